// attack: leak
// expect: threw in some case
// scope: updateLr
// never: LEAKED
// note: the place of an error is read from a stack that a submission writes
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) {
    const error = new Error("somewhere");
    error.stack = `Error\n    at gradecheck-submission.js:${Math.floor(epochNum)}:${4711}`;
    error.name = "LEAKED";
    throw error;
  }
  return a / (1 + b * epochNum);
}
