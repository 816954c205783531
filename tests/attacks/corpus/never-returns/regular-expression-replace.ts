// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) "x".repeat(3e5).replaceAll(/(x+x+)+y/g, "");
  return a / (1 + b * epochNum);
}
