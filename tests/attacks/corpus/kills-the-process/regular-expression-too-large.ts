// attack: parser
// expect: threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) {
    new RegExp(`(?:${"a?".repeat(30)}){1000}{1000}`.replace("}{", "})*(?:b){")).test("a".repeat(1e5));
    new RegExp("(?:(?:(?:(?:a{1000}){1000}){1000}))").test("a");
    throw new Error("survived");
  }
  return a / (1 + b * epochNum);
}
