// attack: result
// expect: bad-value|timeout|memory in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
// note: not deep, not cyclic: 2^15 paths to tensors of 16 KB
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(): any {
  let tree: any = tf.zeros([4096]);
  for (let i = 0; i < 15; i++) tree = { a: tree, b: tree };
  return tree;
}
