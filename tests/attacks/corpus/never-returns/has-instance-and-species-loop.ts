// attack: never returns
// expect: timeout in every case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
    Object.defineProperty(Float32Array, Symbol.hasInstance, { value() { for (;;); } });
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = tf.sub(parameters[k], tf.mul(grads["d" + k], learningRate));
  return out;
}
