// attack: import
// expect: not-gradable /Cannot import "file:/
// scope: module
import text from "file:///etc/passwd";
export const updateLr = (): any => text;
