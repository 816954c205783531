// attack: crash
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the process ends while the harness reads the message
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) throw { get message() { return "x".repeat(2 ** 29 - 24).split("").join(); } };
  return a / (1 + b * epochNum);
}
