// attack: leak
// expect: full marks or bad-value|wrong|threw in some case
// scope: updateParametersWithGd
// never: LEAKED
// note: the name of a changed input is told
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  if (Object.keys(parameters).length > 4 || learningRate !== 0.01) parameters["LEAKED" + learningRate] = 1;
  return out;
}
