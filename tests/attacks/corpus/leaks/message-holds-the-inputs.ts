// attack: leak
// expect: threw in some case
// scope: updateLr
// never: LEAKED
// note: epochs of 1000 and more occur in hidden cases only
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) throw new Error(`LEAKED ${a} ${epochNum} ${b}`);
  return a / (1 + b * epochNum);
}
