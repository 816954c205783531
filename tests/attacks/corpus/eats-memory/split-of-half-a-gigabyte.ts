// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: V8 aborts the process
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return "x".repeat(2 ** 29 - 24).split("").length;
  return a / (1 + b * epochNum);
}
