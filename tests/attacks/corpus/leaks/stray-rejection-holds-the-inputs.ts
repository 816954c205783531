// attack: leak
// expect: full marks or threw|timeout|crashed in some case
// scope: updateLr
// never: LEAKED
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) void Promise.reject(new Error(`LEAKED ${a} ${epochNum} ${b}`));
  return a / (1 + b * epochNum);
}
