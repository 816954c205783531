// attack: never returns
// expect: timeout in some case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  if (learningRate > 1) Object.defineProperty(out, "W1", { enumerable: true, get() { for (;;); } });
  return out;
}
