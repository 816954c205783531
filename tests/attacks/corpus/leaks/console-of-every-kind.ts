// attack: leak
// expect: full marks
// scope: updateLr
// never: LEAKED
export function updateLr(a: number, epochNum: number, b: number): number {
  const c: any = console;
  if (epochNum >= 1000) for (const how of Object.keys(c)) { try { c[how]("LEAKED", epochNum, { LEAKED: a }); } catch {} }
  return a / (1 + b * epochNum);
}
