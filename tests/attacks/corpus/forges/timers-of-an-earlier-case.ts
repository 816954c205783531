// attack: result
// expect: full marks
// scope: none
// note: timers and intervals end with their case: none of an earlier one runs in a later one
let late = 0;
let cases = 0;
export async function updateLr(a: number, epochNum: number, b: number): Promise<any> {
  cases += 1;
  if (late > 0) return 666;
  setInterval(() => { late += 1; }, 1000);
  setTimeout(() => { late += 1; }, 2000, cases);
  setImmediate(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return a / (1 + b * epochNum);
}
