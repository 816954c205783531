// attack: result
// expect: full marks
// scope: none
// note: only own enumerable names count
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = { [Symbol("x")]: 1 };
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  return Object.defineProperty(out, "extra", { value: 1, enumerable: false });
}
