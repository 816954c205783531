// attack: prototypes
// expect: full marks or wrong|threw|bad-value in every case
// scope: updateParametersWithMomentum
// note: plants what descriptors, options and records of the harness would inherit
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithMomentum(parameters: any, grads: any, v: any, beta: number, learningRate: number): any {
  const out: any = { parameters: {}, v: {} };
  for (const k of Object.keys(parameters)) { out.v["d" + k] = tf.add(v["d" + k].mul(beta), grads["d" + k].mul(1 - beta)); out.parameters[k] = parameters[k].sub(out.v["d" + k].mul(learningRate)); }
  for (const name of ["kind", "items", "path", "reason", "next", "changed", "extent", "inner", "watch", "mutated", "callback", "due", "dtype", "values", "variable", "seed", "entries", "isDisposedInternal", "dataId"]) {
    Object.defineProperty(Object.prototype, name, { get() { return "forged"; }, set() {}, configurable: true });
  }
  return out;
}
