// attack: fake tensor
// expect: wrong|bad-value in every case
// scope: initializeVelocity
// note: dataSync, data and arraySync say zeros, the engine has ones
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    const lie: any = tf.ones(parameters[k].shape);
    const zeros = new Float32Array(lie.size);
    out["d" + k] = Object.assign(lie, { dataSync: () => zeros, data: async () => zeros, arraySync: () => parameters[k].mul(0).arraySync() });
  }
  return out;
}
