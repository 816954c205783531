// attack: changed inputs
// expect: wrong in some case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const store = (tf.backend() as any).data.data;
  for (const k of Object.keys(parameters)) {
    const entry = store.get(parameters[k].dataId);
    store.set(parameters[k].dataId, { ...entry, values: parameters[k].sub(grads["d" + k].mul(learningRate)).dataSync() });
  }
  return parameters;
}
