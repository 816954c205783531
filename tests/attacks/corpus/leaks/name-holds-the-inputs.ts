// attack: leak
// expect: threw in some case
// scope: updateLr
// never: LEAKED
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) throw Object.assign(new Error("x"), { name: `LEAKED${a}`, stack: `LEAKED${b}\n at gradecheck-submission.js:${epochNum}:1` });
  return a / (1 + b * epochNum);
}
