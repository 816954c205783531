// attack: crash
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const text = "q".repeat(2 ** 29 - 24);
  if (epochNum === 2) return Object.keys(new String(text)).length + Object.getOwnPropertyNames({ ...new String(text) }).length;
  return a / (1 + b * epochNum);
}
