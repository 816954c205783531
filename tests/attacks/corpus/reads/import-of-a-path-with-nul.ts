// attack: import
// expect: not-gradable /Cannot import|not part|no such file/
// scope: module
import x from "./a\0b";
export const updateLr = (): any => x;
