// attack: backend
// expect: wrong|bad-value|threw in every case
// scope: updateParametersWithGd
// note: the contexts of the other functions are others: they still score
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any): any {
  class Fake { floatPrecision() { return 32; } epsilon() { return 1e-7; } numDataIds() { return 0; } write() { return {}; } move() {} dispose() {} disposeData() { return true; } incRef() {} refCount() { return 1; } }
  (tf as any).registerBackend("fake", () => new Fake(), 99);
  tf.setBackend("fake");
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = tf.zeros(parameters[k].shape);
  return out;
}
