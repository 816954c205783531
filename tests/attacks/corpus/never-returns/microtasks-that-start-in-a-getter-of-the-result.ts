// attack: never returns
// expect: full marks or timeout in some case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const flood = (): void => { void Promise.resolve().then(flood); };
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    Object.defineProperty(out, "d" + k, { enumerable: true, get() { flood(); return tf.zerosLike(parameters[k]); } });
  }
  return out;
}
