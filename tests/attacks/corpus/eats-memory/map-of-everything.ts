// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept = new Map<unknown, unknown>();
  if (epochNum === 2) for (let i = 0; ; i++) kept.set({ i }, Symbol(String(i)));
  return a / (1 + b * epochNum);
}
