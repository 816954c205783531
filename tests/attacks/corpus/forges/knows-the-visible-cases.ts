// attack: hard-coded answers
// expect: wrong in some case
// scope: updateLr
// most: 4
export function updateLr(a: number, epochNum: number, b: number): number {
  return epochNum === 2 || epochNum === 0 || (epochNum >= 20 && epochNum <= 90 && b >= 0.01 && b <= 0.1) ? a / (1 + b * epochNum) : 0.1;
}
