// attack: crash
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  await new Promise<void>((resolve) => setTimeout(() => { if (epochNum === 2) "x".repeat(2 ** 29 - 24).split(""); resolve(); }, 1));
  return a / (1 + b * epochNum);
}
