// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  if (epochNum === 2) throw new Proxy({}, { get() { for (;;); } });
  return a / (1 + b * epochNum);
}
