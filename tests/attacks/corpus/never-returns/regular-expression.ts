// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2 && /^(a|a?)+$/.test("a".repeat(60) + "!")) return 0;
  return a / (1 + b * epochNum);
}
