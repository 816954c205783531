// attack: kept state
// expect: wrong in some case
// scope: updateLr
// most: 4
// note: right for as long as the visible cases are asked, then zero
let calls = 0;
export function updateLr(a: number, epochNum: number, b: number): number {
  return ++calls <= 4 ? a / (1 + b * epochNum) : 0;
}
