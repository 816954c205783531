import * as tf from "@tensorflow/tfjs";
import type { Statistics } from "gradecheck/w1-train-dev-test";
import type { Misconception } from "../misconceptions/misconception.ts";
import { fitNormalization } from "./solution.ts";

const fitting = (
  id: string,
  name: string,
  explanation: string,
  implementation: (X: tf.Tensor2D) => Record<keyof Statistics, tf.Tensor>,
): Misconception => ({ id: `fit-${id}`, exercise: "fitNormalization", name, explanation, implementation });

/** A statistic of each row, [n, 1]. */
const meanOf = (X: tf.Tensor): tf.Tensor => tf.mean(X, 1, true);

const distances = (X: tf.Tensor2D): tf.Tensor => tf.sub(X, meanOf(X));

/** What students write instead of the statistics of the training set. */
export const fitMisconceptions: readonly Misconception[] = [
  fitting(
    "divided-by-m-minus-one",
    "The variance is divided by m - 1.",
    "Dividing by one less estimates the variance of what the examples were drawn from. Here the training set itself is to get a variance of " +
      "1, so it is a plain mean over the m examples. With one example, the other formula divides by zero.",
    (X) => ({ mu: meanOf(X), sigma2: tf.div(tf.sum(tf.square(distances(X)), 1, true), X.shape[1] - 1) }),
  ),
  fitting(
    "variance-not-divided",
    "The squares are added up but not divided by the number of examples.",
    "A sum grows with every example, so twice the data would give twice the spread. The variance is the mean of the squared distances.",
    (X) => ({ mu: meanOf(X), sigma2: tf.sum(tf.square(distances(X)), 1, true) }),
  ),
  fitting(
    "mean-not-divided",
    "The mean is the sum of the examples, not divided by their number.",
    "A sum grows with every example. The mean lies between the smallest and the largest of them: check that on one feature.",
    (X) => ({ mu: tf.sum(X, 1, true), sigma2: fitNormalization(X).sigma2 }),
  ),
  fitting(
    "mean-of-squares",
    "The variance is the mean of the squares, without the mean being subtracted first.",
    "Squares of the numbers themselves say how far they are from zero, not from each other. A feature that never varies would get a variance. " +
      "Subtract the mean of the feature before squaring.",
    (X) => ({ mu: meanOf(X), sigma2: meanOf(tf.square(X)) }),
  ),
  fitting(
    "standard-deviation",
    "The standard deviation is returned instead of the variance.",
    "sigma2 is a square: its root is taken later, where the data are divided. Taken here already, it would be taken twice. Look at the last " +
      "step of sigma2.",
    (X) => ({ mu: meanOf(X), sigma2: tf.sqrt(fitNormalization(X).sigma2) }),
  ),
  fitting(
    "absolute-distances",
    "The mean of the absolute distances is taken instead of that of their squares.",
    "The mean absolute distance is another measure of spread, in the unit of the feature. A variance has the square of that unit: distances " +
      "are squared before they are averaged.",
    (X) => ({ mu: meanOf(X), sigma2: meanOf(tf.abs(distances(X))) }),
  ),
  fitting(
    "difference-negated",
    "The mean of the squares is subtracted from the square of the mean, so that the variance is negative.",
    "The variance can be computed as a difference of the two, but the mean of the squares is the larger one. A variance is never below zero.",
    (X) => ({ mu: meanOf(X), sigma2: tf.sub(tf.square(meanOf(X)), meanOf(tf.square(X))) }),
  ),
  fitting(
    "per-example",
    "Means and variances are taken over the features of each example.",
    "An example is a column, a feature a row. Each feature has its own unit and gets its own mean, taken over all examples. Look at the axis.",
    (X) => {
      const mu = tf.mean(X, 0, true);
      return { mu, sigma2: tf.mean(tf.square(tf.sub(X, mu)), 0, true) };
    },
  ),
  fitting(
    "one-for-all-features",
    "One mean and one variance are taken over all numbers.",
    "Features have different units and sizes; making them comparable is what normalization is for. Each row gets a mean and a variance of its " +
      "own. Look at the axis.",
    (X) => {
      const spread = (value: tf.Tensor) => tf.mul(value, tf.ones([X.shape[0], 1]));
      const mu = tf.mean(X);
      return { mu: spread(mu), sigma2: spread(tf.mean(tf.square(tf.sub(X, mu)))) };
    },
  ),
  fitting(
    "lists-instead-of-columns",
    "Both statistics have lost their second dimension.",
    "A mean over an axis drops that axis unless it is told to keep it. Without the second dimension, the statistics line up with the examples " +
      "instead of the features when they are subtracted from X. They are columns, [n, 1].",
    (X) => {
      const { mu, sigma2 } = fitNormalization(X);
      return { mu: tf.squeeze(mu, [1]), sigma2: tf.squeeze(sigma2, [1]) };
    },
  ),
  fitting(
    "names-exchanged",
    "The mean is returned under the name of the variance, and the reverse.",
    "mu is the mean and sigma2 the variance. A variance is never negative: see which of yours is.",
    (X) => {
      const { mu, sigma2 } = fitNormalization(X);
      return { mu: sigma2, sigma2: mu };
    },
  ),
];
