// attack: import
// expect: not-gradable /\.ts:\d+: Cannot import "node:os"/
// scope: module
declare const require: any;
export const updateLr = (): any => require("node:os").hostname().length;
