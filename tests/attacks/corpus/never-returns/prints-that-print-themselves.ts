// attack: hang
// expect: full marks
// scope: none
// note: a toString that prints itself prints three times at most; without the limit it would be endless, and each level would be caught
export function updateLr(a: number, epochNum: number, b: number): number {
  let calls = 0;
  const value: any = { toString() { calls += 1; console.log("%s %s %s", value, value, value); console.group(value); return "v"; }, toJSON() { console.log("%j%j", value, value); return 1; }, valueOf() { console.log("%d%d", value, value); return 1; } };
  console.log("%s %j %d", value, value, value);
  return calls > 1000 ? 666 : a / (1 + b * epochNum);
}
