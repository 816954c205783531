import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  initializeAdam,
  randomMiniBatches,
  updateParametersWithAdam,
  updateParametersWithMomentum,
} from "../../../reference/w2-optimization/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

test("updateParametersWithAdam() leaves only its results behind", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([2, 3]), b1: tf.ones<tf.Rank.R2>([2, 1]) };
  const grads = { dW1: tf.ones<tf.Rank.R2>([2, 3]), db1: tf.ones<tf.Rank.R2>([2, 1]) };
  const { v, s } = initializeAdam(parameters);
  const before = tf.memory().numTensors;
  const results = updateParametersWithAdam(parameters, grads, v, s, 1);
  const made = Object.values(results).flatMap((dictionary) => Object.values(dictionary));
  expect(made).toHaveLength(10);
  expect(tf.memory().numTensors - before).toBe(made.length);
  tf.dispose([parameters, grads, v, s, results]);
});

test("randomMiniBatches() permutes columns of X and several rows of Y alike, 64 to a batch by default", () => {
  const columns = tf.range(0, 70).as2D(1, 70);
  const two = tf.concat([columns, columns.neg()], 0);
  const batches = randomMiniBatches(columns, two, undefined, new Rng(4));
  expect(batches.map(({ X, Y }) => [X.shape, Y.shape])).toEqual([
    [
      [1, 64],
      [2, 64],
    ],
    [
      [1, 6],
      [2, 6],
    ],
  ]);
  const order = batches.flatMap(({ X }) => [...X.dataSync()]);
  expect(order).toEqual(new Rng(4).permutation(70));
  const first = batches[0]?.Y.arraySync();
  expect(first?.[1]).toEqual(first?.[0]?.map((column) => (column === 0 ? -0 : -column)));
  tf.dispose([columns, two, batches]);
});

test("updateParametersWithMomentum() names a gradient that is missing", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([1, 1]) };
  const v = { dW1: tf.zeros<tf.Rank.R2>([1, 1]) };
  expect(() => updateParametersWithMomentum(parameters, {}, v, 0.9, 0.1)).toThrow("dW1 is missing");
  tf.dispose([parameters, v]);
});
