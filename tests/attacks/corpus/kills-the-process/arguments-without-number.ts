// attack: recursion
// expect: threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return Math.max.apply(null, new Array(5e7) as any);
  return a / (1 + b * epochNum);
}
