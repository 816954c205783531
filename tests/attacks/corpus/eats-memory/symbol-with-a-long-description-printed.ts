// attack: output
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) console.log(Symbol("z".repeat(2 ** 27)), { ["k".repeat(2 ** 26)]: Symbol("y".repeat(2 ** 26)) }, new Array(2 ** 31).fill, new String("w".repeat(2e6)));
  return a / (1 + b * epochNum);
}
