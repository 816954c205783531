// attack: library
// expect: bad-value in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  tf.tidy(() => { for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate)); });
  return out;
}
