// attack: import
// expect: not-gradable /Cannot import "https:/
// scope: module
import text from "https://example.com/solution.js";
export const updateLr = (): any => text;
