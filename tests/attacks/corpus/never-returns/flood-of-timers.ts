// attack: never returns
// expect: full marks or timeout|threw|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  if (epochNum === 2) for (let i = 0; i < 1e6; i++) setTimeout(() => {}, i);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return a / (1 + b * epochNum);
}
