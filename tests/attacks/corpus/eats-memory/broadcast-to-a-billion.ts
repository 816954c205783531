// attack: tensor bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  if (learningRate > 1) return { W1: tf.zeros([40000, 1]).add(tf.zeros([1, 40000])) };
  return out;
}
