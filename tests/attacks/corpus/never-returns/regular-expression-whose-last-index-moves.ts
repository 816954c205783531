// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  class Endless extends RegExp { override exec(): any { return Object.assign([""], { index: 0 }); } }
  if (epochNum === 2) return "text".replace(new Endless("", "g"), "").length;
  return a / (1 + b * epochNum);
}
