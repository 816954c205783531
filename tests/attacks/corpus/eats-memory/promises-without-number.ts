// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  if (epochNum === 2) await Promise.all(Array.from({ length: 5e6 }, async (_, i) => i));
  return a / (1 + b * epochNum);
}
