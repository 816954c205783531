// attack: output flood
// expect: full marks or timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) for (let i = 0; i < 100; i++) console.log("x".repeat(1e6));
  return a / (1 + b * epochNum);
}
