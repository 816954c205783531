// attack: pollution
// expect: wrong|bad-value|threw in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.ones(parameters[k].shape);
  const zeros = { values: new Float32Array(4), dtype: "float32" };
  WeakMap.prototype.get = () => zeros as any;
  Map.prototype.get = () => zeros as any;
  Reflect.apply = () => zeros as any;
  Reflect.get = () => zeros as any;
  Object.keys = () => [];
  Object.defineProperty = () => ({}) as any;
  Object.getOwnPropertyDescriptor = () => undefined;
  Function.prototype.call = function () { return zeros; } as any;
  Function.prototype.apply = function () { return zeros; } as any;
  return out;
}
