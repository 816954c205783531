// attack: library
// expect: full marks or wrong|threw|bad-value in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const any: any = tf;
  for (const set of ["setOpHandler", "setTensorTracker", "setDeprecationWarningFn", "setDataDisposal"]) any[set]?.(() => ({ makeTensor: () => 1 }));
  for (const name of Object.getOwnPropertyNames(tf.Tensor.prototype)) if (/^(dataSync|data|array|arraySync|buffer|bytes|clone|dispose)/.test(name)) (tf.Tensor.prototype as any)[name] = () => { throw new Error("not for you"); };
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = tf.sub(parameters[k], tf.mul(grads["d" + k], learningRate));
  return out;
}
