// attack: import
// expect: not-gradable /Cannot import|not part/
// scope: module
import "/etc/passwd?raw";
import "./submission?url";
import "./../x.ts#y";
export const updateLr = (): number => 1;
