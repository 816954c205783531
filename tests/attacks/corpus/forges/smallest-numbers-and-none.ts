// attack: result
// expect: wrong in some case
// scope: initializeVelocity
// most: 0
// note: not zero: NaN, infinities, denormals of float32 and of float64
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  Object.keys(parameters).forEach((k, i) => { out["d" + k] = tf.fill(parameters[k].shape, [1.4e-45, NaN, Infinity, -1.17e-38][i % 4]!); });
  return out;
}
