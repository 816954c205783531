// attack: import
// expect: not-gradable /\.ts:\d+: Cannot import "node:fs"/
// scope: module
import { readFileSync } from "node:fs";
export const updateLr = (): any => readFileSync("/etc/passwd", "utf8").length;
