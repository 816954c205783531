// attack: buffer bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: unknown[] = [];
  if (epochNum === 2) for (;;) kept.push(new Uint8Array(1e6).fill(1));
  return a / (1 + b * epochNum);
}
