// attack: result
// expect: wrong|bad-value in every case
// scope: randomMiniBatches updateParametersWithGd initializeVelocity
// note: beside an extent of 0 the others cost nothing
import * as tf from "@tensorflow/tfjs";
export const randomMiniBatches = (): any => Array.from({ length: 1000 }, () => ({ X: tf.zeros([3_999_999, 0]), Y: tf.zeros([0, 3_999_999]) }));
export const updateParametersWithGd = (): any => tf.zeros([4_294_967_295, 0]);
export const initializeVelocity = (): any => ({ dW1: tf.zeros([0, 2, 2 ** 31]), db1: tf.zeros([2 ** 52, 0, 2 ** 52]) });
