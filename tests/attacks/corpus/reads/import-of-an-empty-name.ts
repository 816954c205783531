// attack: import
// expect: not-gradable /Cannot import/
// scope: module
import "";
import " ";
import ".";
import "..";
export const updateLr = (): number => 1;
