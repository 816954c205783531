import * as tf from "@tensorflow/tfjs";
import type { NormalizationCache } from "gradecheck/w3-batch-normalization";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  type Matrix,
  meanOfRows,
  type NormalizationParts,
  rightParts,
  type WrongPart,
  wordsOn,
  wrongParts,
} from "./normalization-variant.ts";

type Forward = { readonly ZTilde: Matrix; readonly cache: NormalizationCache };
type Variant = (Z: Matrix, gamma: Matrix, beta: Matrix, epsilon?: number) => unknown;

/** The function with some of its parts changed, and what it keeps changed afterwards. */
function forwardWith(
  changes: Partial<NormalizationParts>,
  keep: (forward: Forward, Z: Matrix, beta: Matrix) => unknown = (forward) => forward,
): Variant {
  const part = { ...rightParts, ...changes };
  return (Z, gamma, beta, given) => {
    const epsilon = part.epsilon(given);
    const mu = part.mu(Z);
    const sigma2 = part.sigma2(Z, mu);
    const ZNorm = part.ZNorm(Z, { mu, sigma2 }, epsilon);
    return keep({ ZTilde: part.ZTilde(ZNorm, gamma, beta), cache: { ZNorm, mu, sigma2, gamma, epsilon } }, Z, beta);
  };
}

/** Right values, of which the cache is changed. */
const keeping = (change: (cache: NormalizationCache, forward: Forward) => unknown): Variant =>
  forwardWith({}, (forward) => ({ ...forward, cache: change(forward.cache, forward) }));

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `forward-${id}`,
  exercise: "batchNormForward",
  name,
  explanation,
  implementation,
});

const flat = (column: Matrix): tf.Tensor1D => tf.squeeze(column, [1]);

/** What students write instead of the normalization of a batch. */
export const forwardMisconceptions: readonly Misconception[] = [
  ...(Object.keys(wrongParts) as WrongPart[]).map((id) => variant(id, ...wordsOn[id], forwardWith(wrongParts[id]))),
  variant(
    "normalized-over-units",
    "Mean and variance are taken over the units of each example.",
    "A row is a unit, a column an example. Batch normalization looks at one unit over all examples, so mu and sigma2 have one number for each row.",
    forwardWith({
      mu: (Z) => tf.mean<Matrix>(Z, 0, true),
      sigma2: (Z, mu) => tf.mean<Matrix>(tf.square(tf.sub(Z, mu)), 0, true),
    }),
  ),
  variant(
    "one-mean-for-all",
    "One mean and one variance are taken over all units together.",
    "Each unit has a mean and a variance of its own. A mean over everything is a single number; mu should have one for each row.",
    forwardWith({
      mu: (Z) => tf.fill([Z.shape[0], 1], Number(tf.mean(Z).dataSync()[0])),
      sigma2: (Z, mu) => tf.fill([Z.shape[0], 1], Number(tf.mean(tf.square(tf.sub(Z, mu))).dataSync()[0])),
    }),
  ),
  variant(
    "divided-by-m-minus-1",
    "The variance is divided by m - 1.",
    "m - 1 belongs to the estimate of a variance from a sample. Here the mean of the squares over the batch is meant, with 1/m; a batch of one example shows why.",
    forwardWith({
      sigma2: (Z, mu) => tf.div(tf.sum<Matrix>(tf.square(tf.sub(Z, mu)), 1, true), Z.shape[1] - 1),
    }),
  ),
  variant(
    "variance-not-averaged",
    "The squares are added up instead of averaged.",
    "A sum grows with every example of the batch, a variance does not. Look at how sigma2 is made from the squares.",
    forwardWith({ sigma2: (Z, mu) => tf.sum<Matrix>(tf.square(tf.sub(Z, mu)), 1, true) }),
  ),
  variant(
    "squares-not-centered",
    "The variance is the mean of the squares of Z itself.",
    "A variance is about distances from the mean. The squares of Z agree with it only where the mean is 0.",
    forwardWith({ sigma2: (Z) => meanOfRows(tf.square(Z)) }),
  ),
  variant(
    "mean-of-distances",
    "sigma2 is the mean of the distances from the mean, not of their squares.",
    "The mean distance is another measure of a spread. A variance averages squares; the root comes later.",
    forwardWith({ sigma2: (Z, mu) => meanOfRows(tf.abs(tf.sub(Z, mu))) }),
  ),
  variant(
    "deviation-in-cache",
    "The cache holds the standard deviation under sigma2.",
    "sigma2 is the variance, before the root and without epsilon. Whoever reads the cache will take the root again.",
    keeping((cache) => ({ ...cache, sigma2: tf.sqrt(cache.sigma2) })),
  ),
  variant(
    "epsilon-in-cached-variance",
    "The cache holds sigma2 with epsilon added.",
    "epsilon is in the cache under its own name and would be added once more. sigma2 is the plain variance of the row.",
    keeping((cache) => ({ ...cache, sigma2: tf.add(cache.sigma2, cache.epsilon) })),
  ),
  variant(
    "result-in-cache",
    "The cache holds ZTilde under ZNorm.",
    "The gradient of gamma is made from what gamma was multiplied with. So ZNorm is kept as it was before gamma and beta.",
    keeping((cache, { ZTilde }) => ({ ...cache, ZNorm: ZTilde })),
  ),
  variant(
    "centered-in-cache",
    "The cache holds Z minus its mean under ZNorm, before the division.",
    "ZNorm is the row with mean 0 and spread 1. Look at which of your steps is kept.",
    forwardWith({}, ({ ZTilde, cache }, Z) => ({ ZTilde, cache: { ...cache, ZNorm: tf.sub(Z, cache.mu) } })),
  ),
  variant(
    "statistics-flat",
    "mu and sigma2 have one dimension.",
    "The numbers are right, but a list of n numbers is added to the columns of a matrix, not to its rows. Keep the axis that you average over, so that both are columns.",
    keeping((cache) => ({ ...cache, mu: flat(cache.mu), sigma2: flat(cache.sigma2) })),
  ),
  variant(
    "more-in-cache",
    "The cache holds Z and beta as well.",
    "Only five things are asked for. The way back needs neither Z nor beta, and what is kept for every layer takes memory.",
    forwardWith({}, ({ ZTilde, cache }, Z, beta) => ({ ZTilde, cache: { ...cache, Z, beta } })),
  ),
];
