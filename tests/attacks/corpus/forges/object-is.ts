// attack: pollution
// expect: wrong in every case
// scope: updateParametersWithGd
// note: the inputs are changed, and what compares them is made blind
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  for (const k of Object.keys(parameters)) parameters[k].dataSync().fill(0);
  Object.is = () => true;
  Number.isNaN = () => true;
  Object.keys = () => ["W1"];
  return out;
}
