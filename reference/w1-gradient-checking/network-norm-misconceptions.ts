import type { Misconception } from "../misconceptions/misconception.ts";
import {
  type Comparison,
  centred,
  checkWith,
  largest,
  minus,
  norm,
  plus,
  relative,
  relativeBy,
  sumOfSizes,
  sumOfSquares,
  variant,
} from "./network-check-variant.ts";

/** Which numbers of the vector belong to W1, W2, W3. */
const weightRanges = [
  [0, 20],
  [25, 40],
  [43, 46],
] as const;

/** Which belong to b1, b2, b3. */
const biasRanges = [
  [20, 25],
  [40, 43],
  [46, 47],
] as const;

/** The difference of each matrix and bias by itself, averaged. */
const meanOverMatrices: Comparison = (grad, approx) => {
  const ranges = [...weightRanges, ...biasRanges];
  const differences = ranges.map(([start, end]) => {
    const [one, other] = [grad.slice(start, end), approx.slice(start, end)];
    return norm(minus(one, other)) / (norm(one) + norm(other) || 1);
  });
  return differences.reduce((sum, value) => sum + value, 0) / differences.length;
};

const weightsOf = (vector: number[]): number[] => weightRanges.flatMap(([start, end]) => vector.slice(start, end));

const weightsOnly: Comparison = (grad, approx) => relative(weightsOf(grad), weightsOf(approx));

/** What students get wrong where measured slopes are compared with gradients. */
export const networkNormMisconceptions: readonly Misconception[] = [
  variant(
    "mean-over-matrices",
    "The difference is computed for each matrix and bias by itself, and averaged.",
    "The formula knows one vector of 47 numbers: one norm of the difference, and one of each of the two. In an average of six " +
      "differences, one wrong bias counts as much as a matrix of twenty weights. Put all numbers into one vector first.",
    checkWith(centred, meanOverMatrices),
  ),
  variant(
    "compares-slopes-with-themselves",
    "Both vectors that are compared are measured: the gradients that are passed are not looked at.",
    "The check is to find a mistake in the gradients, so that they have to be one of the two vectors. What was measured always " +
      "agrees with what was measured.",
    checkWith(centred, (_grad, approx) => relative(approx, approx)),
  ),
  variant(
    "weights-only",
    "The biases are left out.",
    "A mistake in db1 is as wrong as one in dW1, and is found only where somebody looks. The vector holds all 47 " +
      "numbers, and the norms are taken over all of them.",
    checkWith(centred, weightsOnly),
  ),
  variant(
    "not-normalised",
    "The distance is not divided by the lengths of the two vectors.",
    "A distance of 0.001 is much between short vectors and little between long ones. Divided by the sum of both " +
      "lengths it has no unit and lies between 0 and 1. Look at the formula's denominator.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx))),
  ),
  variant(
    "norm-of-sum",
    "The distance is divided by the length of the sum instead of the sum of the lengths.",
    "Where the two vectors point apart, their sum is short or even zero, and the result grows without bound. The sum " +
      "of the two lengths does not cancel. Take each norm first, and add them then.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx)) / norm(plus(grad, approx))),
  ),
  variant(
    "norm-of-gradient-only",
    "The distance is divided by the length of the gradient alone.",
    "The formula treats both vectors alike: neither is known to be the right one. With both lengths below, the result " +
      "never exceeds 1.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx)) / norm(grad)),
  ),
  variant(
    "squared-norms",
    "The norms are squared: the root is not taken.",
    "The Euclidean norm is the root of the sum of squares. Without the root, small differences look much smaller than " +
      "they are: one part in a thousand becomes one in a million, and mistakes slip below the threshold.",
    checkWith(centred, relativeBy(sumOfSquares)),
  ),
  variant(
    "largest-entry",
    "Only the largest entry of each vector counts.",
    "The largest entry is one way to measure a vector, but not the Euclidean norm, in which every entry has a share. " +
      "All 47 entries are squared and added before the root is taken.",
    checkWith(centred, relativeBy(largest)),
  ),
  variant(
    "sum-of-sizes",
    "The sizes of the entries are added instead of their squares.",
    "The sum of absolute values is another norm than the Euclidean one. There the entries are squared, the squares " +
      "added, and the root is taken of the sum.",
    checkWith(centred, relativeBy(sumOfSizes)),
  ),
];
