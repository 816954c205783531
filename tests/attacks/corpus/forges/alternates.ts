// attack: kept state
// expect: wrong in some case
// scope: updateLr
let turn = 0;
export const updateLr = (a: number, epochNum: number, b: number): number => (turn++ % 2 ? 0 : a / (1 + b * epochNum));
