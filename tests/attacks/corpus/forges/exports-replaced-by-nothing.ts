// attack: export
// expect: not-gradable /top level/ or not-implemented in every case
// scope: module
// base: none
declare const module: any;
module.exports = null;
export {};
