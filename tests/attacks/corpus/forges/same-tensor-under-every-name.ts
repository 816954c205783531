// attack: result
// expect: wrong in some case
// scope: initializeVelocity
// most: 0
import * as tf from "@tensorflow/tfjs";
let one: any;
export function initializeVelocity(parameters: any): any {
  one ??= tf.keep(tf.zerosLike(parameters.W1));
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = one;
  return out;
}
