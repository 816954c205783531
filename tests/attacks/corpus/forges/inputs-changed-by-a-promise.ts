// attack: changed inputs
// expect: wrong in every case
// scope: updateParametersWithGd
export async function updateParametersWithGd(parameters: any, grads: any, learningRate: number): Promise<any> {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (const k of Object.keys(parameters)) parameters[k].dispose();
  return out;
}
