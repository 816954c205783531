// attack: never returns
// expect: timeout in every case
// scope: updateLr
// exercises: updateLr
// base: none
declare const module: any;
module.exports = { get updateLr() { for (;;); } };
export {};
