// attack: never returns
// expect: full marks or bad-value|timeout in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    const made: any = tf.zerosLike(parameters[k]);
    const values = made.dataSync();
    let reads = 0;
    const later: any = { get length(): number { for (;;); } };
    Object.defineProperty((tf.backend() as any).data.get(made.dataId), "values", { get: () => (reads++ < 2 ? values : later) });
    out["d" + k] = made;
  }
  return out;
}
