// attack: changed inputs
// expect: wrong in every case
// scope: updateParametersWithGd
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    const value = parameters[k].sub(grads["d" + k].mul(learningRate));
    Object.defineProperty(out, k, { enumerable: true, get() { parameters[k].dataSync().fill(7); return value; } });
  }
  return out;
}
