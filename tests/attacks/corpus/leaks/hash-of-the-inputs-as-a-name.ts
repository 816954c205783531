// attack: leak
// expect: threw in some case
// scope: updateLr
// never: LEAKED
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) throw Object.assign(new RangeError(), { name: "LEAKED" + epochNum, cause: new Error("LEAKED" + a), errors: ["LEAKED"] });
  return a / (1 + b * epochNum);
}
