// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: string[] = [];
  if (epochNum === 2) for (let i = 0; ; i++) kept.push("é".padEnd(2 ** 26, "ü" + i).normalize("NFD"));
  return a / (1 + b * epochNum);
}
