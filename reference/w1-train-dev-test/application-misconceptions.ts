import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { fitNormalization } from "./solution.ts";

type Application = (X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon?: number) => tf.Tensor;

const apply = (id: string, name: string, explanation: string, implementation: Application): Misconception => ({
  id: `apply-${id}`,
  exercise: "applyNormalization",
  name,
  explanation,
  implementation,
});

const usual = 1e-8;

const deviation = (sigma2: tf.Tensor, epsilon = usual): tf.Tensor => tf.sqrt(tf.add(sigma2, epsilon));

/** What students write instead of normalizing with the statistics of the training set. */
export const applicationMisconceptions: readonly Misconception[] = [
  apply(
    "own-statistics",
    "Mean and variance are taken from X itself instead of from the training set.",
    "A network that learned on numbers of one scale must be tested on numbers of the same scale. With statistics of its own, the same example " +
      "would become another input in every set. Use what is passed in.",
    (X, _mu, _sigma2, epsilon) => {
      const { mu, sigma2 } = fitNormalization(X);
      return tf.div(tf.sub(X, mu), deviation(sigma2, epsilon));
    },
  ),
  apply(
    "own-mean",
    "The mean is taken from X itself instead of from the training set.",
    "A shift between the sets would be hidden: the dev set would always have the mean 0. The mean that is passed in is that of the training " +
      "set, and it is meant for every set.",
    (X, _mu, sigma2, epsilon) => tf.div(tf.sub(X, tf.mean(X, 1, true)), deviation(sigma2, epsilon)),
  ),
  apply(
    "own-variance",
    "The variance is taken from X itself instead of from the training set.",
    "A set that spreads more than the training set is to be seen to do so. The variance that is passed in is that of the training set, and it " +
      "is meant for every set.",
    (X, mu, _sigma2, epsilon) => tf.div(tf.sub(X, mu), deviation(fitNormalization(X).sigma2, epsilon)),
  ),
  apply(
    "no-root",
    "The numbers are divided by the variance instead of its root.",
    "A variance has the square of the unit of the feature. Divided by it, large features become tiny and small ones huge. To get a variance " +
      "of 1, divide by the deviation.",
    (X, mu, sigma2, epsilon = usual) => tf.div(tf.sub(X, mu), tf.add(sigma2, epsilon)),
  ),
  apply(
    "epsilon-outside-root",
    "epsilon is added to the root instead of to the variance under it.",
    "Where the variance is 0, the root of 1e-8 is 1e-4, ten thousand times as much as 1e-8 itself. Here epsilon belongs to the variance, " +
      "before the root is taken.",
    (X, mu, sigma2, epsilon = usual) => tf.div(tf.sub(X, mu), tf.add(tf.sqrt(sigma2), epsilon)),
  ),
  apply(
    "epsilon-left-out",
    "epsilon is left out.",
    "A feature that never varied in training has a variance of 0, and dividing by it gives infinities, or NaN. epsilon keeps the division " +
      "finite. Check that the fourth argument is used.",
    (X, mu, sigma2) => tf.div(tf.sub(X, mu), tf.sqrt(sigma2)),
  ),
  apply(
    "epsilon-fixed",
    "epsilon is always 1e-8, whatever is asked for.",
    "1e-8 holds only when no other epsilon is passed. Look at where the parameter is used.",
    (X, mu, sigma2) => tf.div(tf.sub(X, mu), deviation(sigma2)),
  ),
  apply(
    "default-of-another-size",
    "When no epsilon is given, it is 1e-3 instead of 1e-8.",
    "Libraries have defaults of their own for what looks like the same operation. A parameter that is left out has the value shown in the " +
      "signature.",
    (X, mu, sigma2, epsilon = 1e-3) => tf.div(tf.sub(X, mu), deviation(sigma2, epsilon)),
  ),
  apply(
    "mean-not-subtracted",
    "The mean is not subtracted.",
    "Dividing alone makes features equally wide, but they stay where they were. The inputs are to lie around zero.",
    (X, _mu, sigma2, epsilon) => tf.div(X, deviation(sigma2, epsilon)),
  ),
  apply(
    "mean-added",
    "The mean is added instead of subtracted.",
    "Adding moves the numbers twice as far away from zero. Try it on a number that is equal to the mean: what should it become?",
    (X, mu, sigma2, epsilon) => tf.div(tf.add(X, mu), deviation(sigma2, epsilon)),
  ),
  apply(
    "sign",
    "The numbers are subtracted from the mean instead of the reverse.",
    "A number above the mean should stay above zero. Look at the order of the subtraction.",
    (X, mu, sigma2, epsilon) => tf.div(tf.sub(mu, X), deviation(sigma2, epsilon)),
  ),
  apply(
    "mean-after-division",
    "The mean is subtracted after the division instead of before.",
    "After the division the numbers are in units of the deviation, but the mean is still in the unit of the feature. Subtract it while both " +
      "are in the same unit.",
    (X, mu, sigma2, epsilon) => tf.sub(tf.div(X, deviation(sigma2, epsilon)), mu),
  ),
  apply(
    "only-mean-divided",
    "Only the mean is divided; the numbers keep their size.",
    "Division binds more tightly than subtraction: without brackets only what stands next to it is divided. The whole difference is to be " +
      "divided by the deviation.",
    (X, mu, sigma2, epsilon) => tf.sub(X, tf.div(mu, deviation(sigma2, epsilon))),
  ),
  apply(
    "not-divided",
    "The mean is subtracted, but nothing is divided.",
    "Centred features still differ in size by orders of magnitude, and gradient descent crawls along the narrow ones. Divide by the deviation " +
      "as well.",
    (X, mu) => tf.sub(X, mu),
  ),
  apply(
    "multiplied",
    "The distances are multiplied by the deviation instead of divided.",
    "Wide features become even wider that way. After normalization a distance of one deviation should be 1.",
    (X, mu, sigma2, epsilon) => tf.mul(tf.sub(X, mu), deviation(sigma2, epsilon)),
  ),
];
