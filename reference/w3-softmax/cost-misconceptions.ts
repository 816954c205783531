import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  type Cost,
  columnsOf,
  firstOfLargest,
  meanCost,
  numberIn,
  oneHotColumns,
  softmaxOfColumns,
  summedCost,
} from "./regression-variant.ts";

const cost = (id: string, name: string, explanation: string, implementation: Cost): Misconception => ({
  id: `cost-${id}`,
  exercise: "crossEntropy",
  name,
  explanation,
  implementation,
});

/** The mean over the examples of minus the sums of some terms. */
const meanOf =
  (terms: (A: tf.Tensor2D, Y: tf.Tensor2D) => tf.Tensor): Cost =>
  (A, Y) =>
    -numberIn(tf.sum(terms(A, Y))) / A.shape[1];

const plainTerms = (A: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor => tf.mul(Y, tf.log(A));

/** The label that has the largest share, as if there were no others. */
const hardened = (Y: tf.Tensor2D): tf.Tensor2D => oneHotColumns(columnsOf(Y).map(firstOfLargest), Y.shape[0]);

/** What students write instead of the cross-entropy. */
export const costMisconceptions: readonly Misconception[] = [
  cost(
    "summed",
    "The cost is the sum over the examples; it is not divided by their number.",
    "With twice as many examples a sum is about twice as large, and costs of different sets could not be compared. The cost asked for is a " +
      "mean: what an example costs on average.",
    summedCost,
  ),
  cost(
    "mean-of-all",
    "The cost is a mean over all elements: it is divided by the number of classes as well.",
    "The terms of one example are added up, and only the examples are averaged. A mean over the whole matrix divides by C times m.",
    (A, Y) => summedCost(A, Y) / A.size,
  ),
  cost(
    "divided-by-classes",
    "The cost is divided by the number of classes instead of by that of the examples.",
    "A column is an example, so the number of examples is the number of columns: the second number of the shape.",
    (A, Y) => summedCost(A, Y) / A.shape[0],
  ),
  cost(
    "sign",
    "The minus is missing.",
    "The logarithm of a probability is not positive, so the sum is not either. The minus makes a cost of it, which falls as predictions get " +
      "better. A cross-entropy is never below 0.",
    (A, Y) => -meanCost(A, Y),
  ),
  cost(
    "zero-times-infinity",
    "A probability of 0 makes the cost NaN, though its class is not the true one.",
    "The logarithm of 0 is -Infinity, and 0 times -Infinity is NaN: one such element spoils the whole sum. A class whose label is 0 counts " +
      "nothing, whatever its probability: see to it before the logarithm is taken.",
    meanOf(plainTerms),
  ),
  cost(
    "nan-becomes-zero",
    "A cost that is NaN is replaced by 0 as a whole.",
    "It is one term that is not a number, and all the others are lost with it. Only a class whose label is 0 counts nothing, and it does so " +
      "by itself.",
    (A, Y) => meanOf(plainTerms)(A, Y) || 0,
  ),
  cost(
    "constant-added",
    "A small constant is added to the probabilities before the logarithm.",
    "The constant keeps the logarithm finite, but it changes that of every small probability: one of 1e-8 with 1e-7 added is eleven times as " +
      "large. Leave alone what counts, and leave out what does not.",
    meanOf((A, Y) => tf.mul(Y, tf.log(tf.add(A, 1e-7)))),
  ),
  cost(
    "probabilities-clipped",
    "Probabilities are clipped before the logarithm.",
    "Clipping keeps the logarithm finite, but a true class that was given almost nothing then costs no more than the limit allows, and its " +
      "gradient is gone. Leave alone what counts, and leave out what does not.",
    meanOf((A, Y) => tf.mul(Y, tf.log(tf.clipByValue(A, 1e-7, 1)))),
  ),
  cost(
    "binary",
    "The false classes count as well: (1 - Y) log(1 - A) is added.",
    "That is the cost for questions that are answered with yes or no, each for itself. With softmax the classes compete, and what the false " +
      "ones got is missing from the true one already.",
    (A, Y) => {
      const falseTerms = summedCost(tf.sub(1, A), tf.sub(1, Y));
      return (summedCost(A, Y) + falseTerms) / A.shape[1];
    },
  ),
  cost(
    "labels-and-predictions-swapped",
    "The logarithm is taken of the labels, and the probabilities are the weights.",
    "Labels say how much each class counts; the logarithm is that of what was predicted. Exchanged, a label of 0 has an infinite logarithm.",
    meanOf((A, Y) => plainTerms(Y, A)),
  ),
  cost(
    "largest-label-only",
    "Only the class with the largest label counts; labels that are shares are not used as weights.",
    "A label may be a share: with 0.75 and 0.25, both classes count, three to one. One-hot columns are the case in which all other weights " +
      "are 0.",
    (A, Y) => meanCost(A, hardened(Y)),
  ),
  cost(
    "logarithm-of-sum",
    "The logarithm is taken of the probability that the labels pick out, the sum of Y times A.",
    "For one-hot labels the two are the same, because the sum has one term. Where labels are shares, the logarithm of a sum is not the sum of " +
      "the logarithms: take the logarithm first, and weight it then.",
    (A, Y) => -numberIn(tf.sum(tf.log(tf.sum(tf.mul(Y, A), 0)))) / A.shape[1],
  ),
  cost(
    "softmax-again",
    "The probabilities are taken for logits and go through softmax once more.",
    "What comes in are probabilities. A second softmax takes numbers between 0 and 1 for logits, and even a perfect prediction keeps a " +
      "large cost. Losses that expect logits do that by themselves.",
    (A, Y) => meanCost(softmaxOfColumns(A), Y),
  ),
  cost(
    "squared-error",
    "The cost is the squared difference between labels and probabilities.",
    "A squared error hardly tells a probability of 0.01 from one of 0.0001 for the true class. The logarithm does, and with softmax it gives a " +
      "gradient that does not fade where a prediction is quite wrong.",
    meanOf((A, Y) => tf.neg(tf.square(tf.sub(A, Y)))),
  ),
  cost(
    "logarithm-to-base-2",
    "The logarithm is taken to base 2.",
    "To base 2 the cost is measured in bits, and is larger by the factor 1 / log 2, about 1.44. Asked for is the natural logarithm, whose " +
      "derivative needs no factor.",
    (A, Y) => meanCost(A, Y) / Math.LN2,
  ),
];
