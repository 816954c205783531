import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Diagnosis, Split, Splits, Statistics, Stop } from "gradecheck/w1-train-dev-test";

/**
 * Shuffles a dataset and cuts it into three: column j of the shuffled data is column `p[j]` of the input, with one
 * permutation p for X and Y alike.
 *
 * @param X Inputs, float32 [n_x, m], one example per column
 * @param Y Labels, [n_y, m], column j belongs to column j of X
 * @param devFraction Share of the dev set; it has `floor(devFraction * m)` examples, the product taken in float64
 * @param testFraction Share of the test set, which is counted in the same way
 * @param rng Source of the permutation, drawn from once
 * @returns Train with the first shuffled columns, dev with the next, test with the last; [n, 0] where there are none
 * @see Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, section 7.2 (why three sets)
 */
export function splitDataset(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  devFraction: number,
  testFraction: number,
  rng: Rng,
): Splits {
  const order = rng.permutation(X.shape[1]);
  const testStart = order.length - Math.floor(testFraction * order.length);
  const devStart = testStart - Math.floor(devFraction * order.length);
  const take = (columns: number[]): Split => ({ X: takeColumns(X, columns), Y: takeColumns(Y, columns) });
  return {
    train: take(order.slice(0, devStart)),
    dev: take(order.slice(devStart, testStart)),
    test: take(order.slice(testStart)),
  };
}

/**
 * Mean and variance of every feature, both with 1/m.
 *
 * @param XTrain Inputs, float32 [n, m], one example per column
 * @returns `mu` and `sigma2`, float32 [n, 1]
 * @see LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.3
 */
export function fitNormalization(XTrain: tf.Tensor2D): Statistics {
  const mu = tf.tidy(() => tf.mean<tf.Tensor2D>(XTrain, 1, true));
  const sigma2 = tf.tidy(() => tf.mean<tf.Tensor2D>(tf.square(tf.sub(XTrain, mu)), 1, true));
  return { mu, sigma2 };
}

/**
 * Normalizes any split with the statistics of the training set: `(X - mu) / sqrt(sigma2 + epsilon)`.
 *
 * @param X Inputs of the split, float32 [n, m]
 * @param mu Means of the training set, float32 [n, 1]
 * @param sigma2 Variances of the training set, float32 [n, 1]
 * @param epsilon Keeps the division finite
 * @returns Normalized inputs, float32 [n, m]
 * @see LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.3
 */
export function applyNormalization(X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon = 1e-8): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.sub(X, mu), tf.sqrt(tf.add(sigma2, epsilon))));
}

/**
 * The gap from the optimal error to the training error and the one from there to the dev error, and which of them is
 * greater than a tolerance.
 *
 * @param trainError Error on the training set, in [0, 1]
 * @param devError Error on the dev set, in [0, 1]
 * @param optimalError Lowest error that anyone could reach, in [0, 1]
 * @param tolerance Greatest gap that is not high
 * @returns Both gaps, with their signs, and both verdicts
 * @see Geman, Bienenstock & Doursat 1992, Neural Networks and the Bias/Variance Dilemma
 */
export function diagnoseBiasVariance(
  trainError: number,
  devError: number,
  optimalError = 0,
  tolerance = 0.02,
): Diagnosis {
  const avoidableBias = trainError - optimalError;
  const variance = devError - trainError;
  return { avoidableBias, variance, highBias: avoidableBias > tolerance, highVariance: variance > tolerance };
}

/**
 * Where training stops that waits `patience` epochs for a new best, and the best epoch until then.
 *
 * @param devCosts Cost on the dev set after each epoch, at least one
 * @param patience Epochs without a new best after which training stops, at least 1
 * @returns `bestEpoch`, the first of equals, and `stopEpoch`, the last one where patience is never reached; from 0
 * @see Prechelt 1998, Early Stopping - But When?
 */
export function earlyStopping(devCosts: number[], patience: number): Stop {
  let bestEpoch = 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [epoch, cost] of devCosts.entries()) {
    if (cost < best) [bestEpoch, best] = [epoch, cost];
    if (epoch - bestEpoch >= patience) return { bestEpoch, stopEpoch: epoch };
  }
  return { bestEpoch, stopEpoch: devCosts.length - 1 };
}

/**
 * Mirrors image i left to right where draw i is below 0.5.
 *
 * @param images float32 [m, height, width, channels]
 * @param rng Source of one uniform draw for each image
 * @returns Images in the same order and shape
 * @see Krizhevsky, Sutskever & Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks, section 4.1
 */
export function flipImages(images: tf.Tensor4D, rng: Rng): tf.Tensor4D {
  return tf.tidy(() => {
    const isMirrored = tf.less(rng.rand([images.shape[0]]), 0.5);
    return tf.where(tf.reshape(isMirrored, [-1, 1, 1, 1]), tf.reverse(images, 2), images);
  });
}

/**
 * Cuts a window out of every image, at a place that is drawn for it: the top row, then the left column.
 *
 * @param images float32 [m, h, w, channels]
 * @param height Rows of the window, at most h
 * @param width Columns of the window, at most w
 * @param rng Source of two integers for each image
 * @returns Windows in the order of the images, float32 [m, height, width, channels]
 * @see Krizhevsky, Sutskever & Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks, section 4.1
 */
export function cropImages(images: tf.Tensor4D, height: number, width: number, rng: Rng): tf.Tensor4D {
  const [m, h, w, channels] = images.shape;
  return tf.tidy(() => {
    const windows = Array.from({ length: m }, (_, i) => {
      const top = rng.randint(0, h - height + 1);
      const left = rng.randint(0, w - width + 1);
      return tf.slice(images, [i, top, left, 0], [1, height, width, channels]);
    });
    return tf.concat(windows, 0);
  });
}

function takeColumns(matrix: tf.Tensor2D, columns: number[]): tf.Tensor2D {
  return tf.tidy(() => tf.gather(matrix, columns, 1));
}
