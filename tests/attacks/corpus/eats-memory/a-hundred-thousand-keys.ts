// attack: result
// expect: wrong|bad-value in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(): any {
  const out: any = {};
  for (let i = 0; i < 99_000; i++) out["key" + i] = 1;
  out.W1 = tf.scalar(1);
  return out;
}
