// attack: import
// expect: not-gradable /\.ts:\d+: Cannot import "fs"/
// scope: module
import fs from "fs";
export const updateLr = (): any => fs.readdirSync("/").length;
