// attack: import
// expect: not-gradable /Cannot import|not part|attribute/
// scope: module
import text from "./../../../../../../etc/passwd" with { type: "text" };
export const updateLr = (): any => text;
