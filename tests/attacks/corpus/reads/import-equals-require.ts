// attack: import
// expect: not-gradable /\.ts:\d+: Cannot import "fs"/
// scope: module
import fs = require("fs");
export const updateLr = (): any => fs.readFileSync("/etc/hostname").length;
