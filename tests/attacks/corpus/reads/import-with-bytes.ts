// attack: import
// expect: not-gradable /Cannot import/
// scope: module
import bytes from "/dev/zero" with { type: "bytes" };
export const updateLr = (): any => bytes.length;
