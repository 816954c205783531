import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  crossEntropy,
  hardmax,
  predictClasses,
  softmax,
  softmaxGradient,
  trainSoftmaxRegression,
} from "../../../reference/w3-softmax/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const Z = tf.tensor2d([
  [1, -2, 0.5],
  [0.25, 3, -1],
  [-1, 0.5, 2],
]);
const Y = tf.tensor2d([
  [1, 0, 0.25],
  [0, 1, 0],
  [0, 0, 0.75],
]);

describe("reference of w3-softmax", () => {
  test("softmaxGradient() is the gradient of crossEntropy() behind softmax(), as the library differentiates it", () => {
    const cost = (logits: tf.Tensor): tf.Tensor => tf.losses.softmaxCrossEntropy(tf.transpose(Y), tf.transpose(logits));
    const A = softmax(Z);
    expect(crossEntropy(A, Y)).toBeCloseTo(cost(Z).dataSync()[0] ?? Number.NaN, 5);
    const wanted = tf.grad(cost)(Z).dataSync();
    for (const [i, value] of softmaxGradient(A, Y).dataSync().entries()) {
      expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, 6);
    }
  });

  test("softmax() does not change when a number is added to a column, however large", () => {
    const shifts = tf.tensor2d([[8192, -8192, 64]]);
    expect([...softmax(tf.add(Z, shifts)).dataSync()]).toEqual([...softmax(Z).dataSync()]);
  });

  test("hardmax() and predictClasses() take the first of equals", () => {
    const tied = tf.tensor2d([
      [0, 2, -1],
      [3, 2, -1],
      [3, 1, -1],
    ]);
    expect(hardmax(tied).arraySync()).toEqual([
      [0, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(predictClasses(tied, tf.eye(3), tf.zeros([3, 1]))).toEqual([1, 0, 0]);
  });

  test("trainSoftmaxRegression() begins at log C, goes down, and leaves only its results behind", () => {
    const before = tf.memory().numTensors;
    const { W, b, costs } = trainSoftmaxRegression(Z, Y, 0.5, 6);
    expect(tf.memory().numTensors).toBe(before + 2);
    expect(costs[0]).toBeCloseTo(Math.log(3), 6);
    for (const [i, cost] of costs.slice(1).entries()) expect(cost).toBeLessThan(costs[i] ?? 0);
    expect([W.shape, b.shape, costs.length]).toEqual([[3, 3], [3, 1], 6]);
  });
});
