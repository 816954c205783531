// attack: backend
// expect: wrong|bad-value in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const store = (tf.backend() as any).data.data;
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    const fake: any = tf.zerosLike(parameters[k]);
    class Tricky extends Float64Array { override get length(): number { return 0; } *[Symbol.iterator](): any { for (;;) yield 0; } }
    store.set(fake.dataId, { values: new Tricky(fake.size).fill(1e-3), dtype: "float32" });
    out["d" + k] = fake;
  }
  return out;
}
