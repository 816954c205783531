// attack: backend
// expect: bad-value|wrong|threw in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  const backend: any = tf.backend();
  backend.data.data = new WeakMap();
  backend.data = { get: () => ({ values: new Float32Array(1) }), has: () => true, set() {}, delete() {} };
  for (const k of Object.keys(parameters)) out[k] = out[k].clone();
  Object.keys(parameters).forEach((k) => { out[k].dataId = { id: 0 }; });
  return out;
}
