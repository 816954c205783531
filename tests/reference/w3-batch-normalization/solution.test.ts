import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  batchNormBackward,
  batchNormForward,
  forwardWithBatchNorm,
} from "../../../reference/w3-batch-normalization/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);

test("batchNormBackward() is the gradient that differentiating batchNormForward() gives", () => {
  const Z = tf.tensor2d([
    [1, 2, 4, -1],
    [0.5, -0.25, 3, 1],
  ]);
  const [gamma, beta] = [column(1.5, -0.5), column(0.25, 2)];
  const weights = tf.tensor2d([
    [0.5, -1, 2, 1],
    [1, 0.25, -0.75, 2],
  ]);
  const forward = (z: tf.Tensor, g: tf.Tensor, b: tf.Tensor): tf.Tensor =>
    batchNormForward(z as tf.Tensor2D, g as tf.Tensor2D, b as tf.Tensor2D, 0.125).ZTilde;
  const byLibrary = tf.grads(forward)([Z, gamma, beta], weights);
  const { dZ, dgamma, dbeta } = batchNormBackward(weights, batchNormForward(Z, gamma, beta, 0.125).cache);
  for (const [i, mine] of [dZ, dgamma, dbeta].entries()) {
    const wanted = byLibrary[i]?.dataSync() ?? [];
    expect(mine.shape).toEqual(byLibrary[i]?.shape);
    for (const [k, value] of mine.dataSync().entries()) expect(value).toBeCloseTo(wanted[k] ?? Number.NaN, 5);
  }
});

test("forwardWithBatchNorm() leaves only its results behind", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([2, 3]), gamma1: column(1, 2), beta1: column(0, 1) };
  const X = tf.tensor2d([
    [1, 2],
    [3, 5],
    [0, 1],
  ]);
  const before = tf.memory().numTensors;
  const { AL, caches } = forwardWithBatchNorm(X, parameters);
  expect(AL.shape).toEqual([2, 2]);
  expect(caches.map((cache) => Object.keys(cache))).toEqual([["ZNorm", "mu", "sigma2", "gamma", "epsilon"]]);
  expect(tf.memory().numTensors - before).toBe(1 + 4);
  tf.dispose([parameters, X, AL, caches]);
});

test("forwardWithBatchNorm() names a parameter that is missing", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([1, 1]), gamma1: column(1), shift1: column(1) };
  expect(() => forwardWithBatchNorm(column(1), parameters)).toThrow("beta1 is missing");
  tf.dispose(parameters);
});
