// attack: prototypes
// expect: full marks or threw in some case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  for (const one of [parameters, grads, Object.prototype, Array.prototype, Function.prototype, ArrayBuffer.prototype, Promise.prototype, tf.Tensor.prototype]) Object.freeze(one);
  Object.preventExtensions(globalThis);
  return out;
}
