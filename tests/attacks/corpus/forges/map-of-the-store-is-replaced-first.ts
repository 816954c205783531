// attack: backend
// expect: wrong|threw|bad-value in every case
// scope: initializeVelocity
// note: every WeakMap lies, from the first call on
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  WeakMap.prototype.get = function () { return { values: new Float32Array(1), dtype: "float32", refCount: 1 }; } as any;
  WeakMap.prototype.has = () => true;
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = new (tf.Tensor as any)(parameters[k].shape, "float32", {}, 7);
  return out;
}
