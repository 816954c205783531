// attack: input
// expect: wrong|bad-value in every case
// scope: updateParametersWithGd
// most: 0
// note: gives the inputs a new shape and data, so that anything agrees with them
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any): any {
  for (const k of Object.keys(parameters)) {
    const stored = (tf.backend() as any).data.get(parameters[k].dataId);
    stored.values.fill(0);
    stored.values = new Proxy(stored.values, {});
    parameters[k].shape.length = 0;
    grads["d" + k].dtype = "complex64";
  }
  return parameters;
}
