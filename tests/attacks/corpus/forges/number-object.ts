// attack: number
// expect: bad-value in every case
// scope: updateLr
export const updateLr = (a: number, epochNum: number, b: number): any => new Number(a / (1 + b * epochNum));
