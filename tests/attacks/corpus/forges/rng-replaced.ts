// attack: pollution
// expect: wrong in some case
// scope: randomMiniBatches
// note: batches in the original order, and a generator that says so
import * as tf from "@tensorflow/tfjs";
export function randomMiniBatches(X: any, Y: any, size = 64, rng: any): any {
  Object.getPrototypeOf(rng).permutation = (n: number) => Array.from({ length: n }, (_, i) => i);
  const order: number[] = rng.permutation(X.shape[1]);
  const out: any[] = [];
  for (let i = 0; i < order.length; i += size) {
    const columns = tf.tensor1d(order.slice(i, i + size), "int32");
    out.push({ X: tf.gather(X, columns, 1), Y: tf.gather(Y, columns, 1) });
  }
  return out;
}
