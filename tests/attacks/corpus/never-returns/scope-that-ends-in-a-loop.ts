// attack: never returns
// expect: timeout in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
// note: the harness ends its scope when the result has been read
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.zerosLike(parameters[k]);
  (tf.engine() as any).endScope = () => { for (;;); };
  return out;
}
