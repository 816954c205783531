// attack: import
// expect: not-gradable /\.ts:\d+: Cannot import "node:child_process"/
// scope: module
import { execSync } from "node:child_process";
export const updateLr = (): any => execSync("id").length;
