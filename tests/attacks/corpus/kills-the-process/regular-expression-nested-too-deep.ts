// attack: parser
// expect: threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return Number(new RegExp("(".repeat(2e6) + ")".repeat(2e6)).test("x")) * 0 / 0;
  return a / (1 + b * epochNum);
}
