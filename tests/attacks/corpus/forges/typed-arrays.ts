// attack: pollution
// expect: wrong|bad-value|threw in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const proto = Object.getPrototypeOf(Uint8Array.prototype);
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.ones(parameters[k].shape);
  for (const key of ["set", "subarray", "slice", "fill", "map"]) proto[key] = function () { return this; };
  Object.defineProperty(proto, "length", { get: () => 0, configurable: true });
  Object.defineProperty(proto, Symbol.toStringTag, { get: () => "Float32Array", configurable: true });
  (DataView.prototype as any).setFloat64 = () => {};
  (globalThis as any).Float32Array = class { constructor() { return new Array(4).fill(0); } };
  return out;
}
