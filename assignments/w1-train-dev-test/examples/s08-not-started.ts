/**
 * Training, development and test sets: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * In a matrix, examples are columns; in a stack of images [m, height, width, channels], they come first.
 * Nothing that is passed in may change: return new tensors and new objects.
 */
import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Diagnosis, Splits, Statistics, Stop } from "gradecheck/w1-train-dev-test";

/**
 * Shuffles a dataset and cuts it into three splits (README, exercise 1).
 *
 * @param X Inputs, float32 [n_x, m], one example per column
 * @param Y Labels, float32 [n_y, m], column j belongs to column j of `X`
 * @param devFraction Share of the examples that go into the dev set, in [0, 1]
 * @param testFraction Share of the examples that go into the test set, in [0, 1]
 * @param rng Draw the permutation from here, once: `rng.permutation(m)`
 * @returns `{ train, dev, test }`, each `{ X, Y }`; a split of no examples has shapes [n_x, 0] and [n_y, 0]
 */
export function splitDataset(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  devFraction: number,
  testFraction: number,
  rng: Rng,
): Splits {
  throw new Error("Not implemented: splitDataset");
}

/**
 * Mean and variance of every feature of the training set (README, exercise 2).
 *
 * @param XTrain Inputs, float32 [n, m], one example per column
 * @returns `mu` and `sigma2`, float32 [n, 1]
 */
export function fitNormalization(XTrain: tf.Tensor2D): Statistics {
  throw new Error("Not implemented: fitNormalization");
}

/**
 * Normalizes any split with the statistics of the training set (README, exercise 3).
 *
 * @param X Inputs of the split, float32 [n, m]
 * @param mu Means of the training set, float32 [n, 1]
 * @param sigma2 Variances of the training set, float32 [n, 1]
 * @param epsilon Keeps the division finite
 * @returns Normalized inputs, float32 [n, m]
 */
export function applyNormalization(X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon = 1e-8): tf.Tensor2D {
  throw new Error("Not implemented: applyNormalization");
}

/**
 * How much of the dev error is avoidable bias, how much variance (README, exercise 4).
 *
 * @param trainError Error on the training set, in [0, 1]
 * @param devError Error on the dev set, in [0, 1]
 * @param optimalError Lowest error that anyone could reach, in [0, 1]
 * @param tolerance A gap is high when it is greater than this
 * @returns `avoidableBias` and `variance`, numbers; `highBias` and `highVariance`, booleans
 */
export function diagnoseBiasVariance(
  trainError: number,
  devError: number,
  optimalError = 0,
  tolerance = 0.02,
): Diagnosis {
  throw new Error("Not implemented: diagnoseBiasVariance");
}

/**
 * Where training stops, and which epoch's parameters are kept (README, exercise 5).
 *
 * @param devCosts Cost on the dev set after each epoch, at least one
 * @param patience Epochs without a new best after which training stops, at least 1
 * @returns `bestEpoch` and `stopEpoch`, counted from 0
 */
export function earlyStopping(devCosts: number[], patience: number): Stop {
  throw new Error("Not implemented: earlyStopping");
}

/**
 * Mirrors about half of the images left to right (README, exercise 6).
 *
 * @param images float32 [m, height, width, channels]
 * @param rng Draw from here once: `rng.rand([m])`
 * @returns Images in the same order, float32 of the same shape
 */
export function flipImages(images: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  throw new Error("Not implemented: flipImages");
}

/**
 * Cuts a window out of every image, each at a place of its own (README, exercise 7).
 *
 * @param images float32 [m, h, w, channels]
 * @param height Rows of the window, at most h
 * @param width Columns of the window, at most w
 * @param rng Draw from here, for each image the top row, then the left column
 * @returns Windows in the order of the images, float32 [m, height, width, channels]
 */
export function cropImages(images: tf.Tensor4D, height: number, width: number, rng: Rng): tf.Tensor4D {
  throw new Error("Not implemented: cropImages");
}
