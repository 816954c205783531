// attack: import
// expect: threw in every case or not-gradable /Cannot import|resolve/
// scope: updateLr
declare const require: any;
const load = require;
export const updateLr = (): any => load(["f", "s"].join("")).readFileSync("/etc/hostname").length;
