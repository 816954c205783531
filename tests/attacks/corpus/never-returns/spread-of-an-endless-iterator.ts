// attack: never returns
// expect: timeout|memory|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  const endless = { *[Symbol.iterator]() { for (;;) yield epochNum; } };
  return epochNum === 2 ? Math.max(...endless) : a / (1 + b * epochNum);
}
