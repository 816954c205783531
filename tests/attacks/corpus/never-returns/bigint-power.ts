// attack: never returns
// expect: wrong|timeout|memory|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: V8 does not look at interrupts inside BigInt operations
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return (3n ** (2n ** 24n)).toString().length;
  return a / (1 + b * epochNum);
}
