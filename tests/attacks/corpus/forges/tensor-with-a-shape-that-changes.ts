// attack: fake tensor
// expect: bad-value|wrong in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    let reads = 0;
    const fake: any = tf.zeros([parameters[k].size + 1]);
    Object.defineProperty(fake, "shape", { get: () => (reads++ === 0 ? parameters[k].shape : [1]) });
    out["d" + k] = fake;
  }
  return out;
}
