// attack: source
// expect: full marks
// scope: none
// base: none
// exercises: updateLr
// note: exports the old way are exports
declare const exports: any;
exports.updateLr = (a: number, epochNum: number, b: number) => a / (1 + b * epochNum);
