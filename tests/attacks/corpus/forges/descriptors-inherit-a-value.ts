// attack: input
// expect: wrong|bad-value|threw in every case
// scope: updateParametersWithGd
// most: 0
// note: changes its inputs, and hides it behind accessors and an inherited "value"
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
    const before = parameters[k].dataId;
    Object.defineProperty(parameters[k], "dataId", { get: () => tf.zerosLike(grads["d" + k]).dataId });
    (Object.prototype as any).value ??= before;
  }
  return out;
}
