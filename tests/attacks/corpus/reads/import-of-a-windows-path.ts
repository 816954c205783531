// attack: import
// expect: not-gradable /Cannot import/
// scope: module
import ".\\..\\..\\reference\\w2-optimization.ts";
import "C:\\Windows\\win.ini";
import "\\\\?\\UNC\\host\\share";
export const updateLr = (): number => 1;
