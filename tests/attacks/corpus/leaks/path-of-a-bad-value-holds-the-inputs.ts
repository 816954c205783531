// attack: leak
// expect: bad-value in some case
// scope: updateParametersWithGd
// never: LEAKED
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  if (learningRate > 1) out[`LEAKED${parameters.W1.dataSync()[0]}`] = "no tensor";
  return out;
}
