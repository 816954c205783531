// attack: fake tensor
// expect: full marks or bad-value in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = new Proxy(tf.zerosLike(parameters[k]), {});
  return new Proxy(out, {});
}
