// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  if (epochNum === 2) return { then() { for (;;); } };
  return a / (1 + b * epochNum);
}
