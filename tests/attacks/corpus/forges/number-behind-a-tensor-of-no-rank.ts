// attack: fake tensor
// expect: wrong|bad-value in every case
// scope: updateLr
// most: 0
// note: one element under rank 0, 1, 2, and shapes of ones
import * as tf from "@tensorflow/tfjs";
let n = 0;
export function updateLr(a: number, epochNum: number, b: number): any {
  const right = a / (1 + b * epochNum);
  return [tf.tensor1d([right]), tf.tensor2d([[right]]), [right], { 0: right }, [[right]], new Float64Array([right]), new Number(right), String(right), BigInt(Math.round(right))][n++ % 9];
}
