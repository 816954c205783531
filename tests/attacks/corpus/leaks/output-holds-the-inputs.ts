// attack: leak
// expect: full marks
// scope: none
// never: LEAKED
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) console.log("LEAKED", a, epochNum, b);
  return a / (1 + b * epochNum);
}
