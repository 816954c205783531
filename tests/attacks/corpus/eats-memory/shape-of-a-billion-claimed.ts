// attack: result
// expect: bad-value in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
// note: 2^31 elements are claimed, and 2^32 times none
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  Object.keys(parameters).forEach((k, i) => {
    const made: any = i % 2 ? tf.zeros([0]) : tf.zerosLike(parameters[k]);
    out["d" + k] = Object.defineProperty(made, "shape", { value: i % 2 ? [0, 2 ** 32 + 3] : [2 ** 16, 2 ** 15] });
  });
  return out;
}
