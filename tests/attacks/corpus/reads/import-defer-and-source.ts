// attack: import
// expect: not-gradable /\.ts:\d+: /
// scope: module
import source wasm from "../../../../../../bin/true";
import defer * as later from "/etc/hostname";
export const updateLr = (): any => [wasm, later];
