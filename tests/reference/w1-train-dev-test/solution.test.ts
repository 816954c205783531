import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  applyNormalization,
  cropImages,
  earlyStopping,
  fitNormalization,
  flipImages,
  splitDataset,
} from "../../../reference/w1-train-dev-test/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

test("splitDataset() deals every example out once, the columns of X and of several rows of Y alike", () => {
  const X = tf.range(0, 50).as2D(1, 50);
  const Y = tf.concat([X, X.neg()], 0) as tf.Tensor2D;
  const { train, dev, test: last } = splitDataset(X, Y, 0.58, 0.1, new Rng(4));
  expect([train, dev, last].map(({ X: x, Y: y }) => [x.shape, y.shape])).toEqual([
    [
      [1, 17],
      [2, 17],
    ],
    [
      [1, 28],
      [2, 28],
    ],
    [
      [1, 5],
      [2, 5],
    ],
  ]);
  const order = [train, dev, last].flatMap((split) => [...split.X.dataSync()]);
  expect(order).toEqual(new Rng(4).permutation(50));
  expect([...dev.Y.dataSync()].slice(28).map((y) => -y)).toEqual([...dev.X.dataSync()]);
  tf.dispose([X, Y, train, dev, last]);
});

test("splitDataset() gives a set of no examples its rows", () => {
  const X = tf.ones<tf.Rank.R2>([3, 4]);
  const { train, dev, test: last } = splitDataset(X, tf.ones<tf.Rank.R2>([2, 4]), 0.5, 0.5, new Rng(1));
  expect([train.X.shape, train.Y.shape]).toEqual([
    [3, 0],
    [2, 0],
  ]);
  expect([dev.X.shape[1], last.X.shape[1]]).toEqual([2, 2]);
});

test("normalization leaves only its results behind, and gives the training set mean 0 and variance 1", () => {
  const X = tf.tensor2d([
    [1, 2, 3, 6],
    [-4, 0, 40, 4],
  ]);
  const before = tf.memory().numTensors;
  const { mu, sigma2 } = fitNormalization(X);
  const normalized = applyNormalization(X, mu, sigma2);
  expect(tf.memory().numTensors - before).toBe(3);
  const again = fitNormalization(normalized);
  for (const mean of again.mu.dataSync()) expect(mean).toBeCloseTo(0, 6);
  for (const variance of again.sigma2.dataSync()) expect(variance).toBeCloseTo(1, 5);
  tf.dispose([X, mu, sigma2, normalized, again]);
});

test("earlyStopping() neither changes nor outlives the list of costs", () => {
  const costs = Object.freeze([3, 1, 2, 2]) as number[];
  expect(earlyStopping(costs, 2)).toEqual({ bestEpoch: 1, stopEpoch: 3 });
  expect(earlyStopping(costs, 3)).toEqual({ bestEpoch: 1, stopEpoch: 3 });
  expect(earlyStopping(costs, 1)).toEqual({ bestEpoch: 1, stopEpoch: 2 });
});

test("flipImages() mirrors where the draw is below 0.5, not where it is 0.5", () => {
  const images = tf.tensor4d([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [5, 1, 2, 1]);
  // Its draws, in float32: 0.646, 0.493, 0.5, 0.040, 0.337.
  const flipped = flipImages(images, new Rng(3291398));
  expect([...flipped.dataSync()]).toEqual([0, 1, 3, 2, 4, 5, 7, 6, 9, 8]);
  tf.dispose([images, flipped]);
});

test("cropImages() draws row and column image by image, and leaves only its result behind", () => {
  const images = tf.range(0, 3 * 4 * 5).reshape([3, 4, 5, 1]) as tf.Tensor4D;
  const before = tf.memory().numTensors;
  const windows = cropImages(images, 1, 1, new Rng(6));
  expect(tf.memory().numTensors - before).toBe(1);
  const rng = new Rng(6);
  const pixels = Array.from({ length: 3 }, (_, i) => 20 * i + 5 * rng.randint(0, 4) + rng.randint(0, 5));
  expect([...windows.dataSync()]).toEqual(pixels);
  tf.dispose([images, windows]);
});
