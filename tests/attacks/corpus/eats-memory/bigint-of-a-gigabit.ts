// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: bigint[] = [];
  if (epochNum === 2) for (let i = 1n; ; i++) kept.push(i << (2n ** 28n));
  return a / (1 + b * epochNum);
}
