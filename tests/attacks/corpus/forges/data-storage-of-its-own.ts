// attack: backend
// expect: wrong|bad-value|threw in every case
// scope: initializeVelocity
// note: the store in which the harness looks is the one that was there at the start
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.ones(parameters[k].shape);
  const backend = tf.backend() as any;
  const zeros = { get: () => ({ values: new Float32Array(4), dtype: "float32" }), has: () => true, set() {}, delete() {}, numDataIds: () => 0 };
  backend.data = zeros;
  backend.readSync = () => new Float32Array(4);
  return out;
}
