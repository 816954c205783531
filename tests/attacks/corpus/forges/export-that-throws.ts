// attack: export
// expect: threw|timeout|not-implemented in every case
// scope: updateLr
// base: none
// exercises: updateLr
declare const module: any;
module.exports = { get updateLr() { throw new Error("no"); } };
export {};
