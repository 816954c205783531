import * as tf from "@tensorflow/tfjs";
import type { NormalizationCache } from "gradecheck/w3-batch-normalization";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type Matrix, meanOfRows, spreadOf } from "./normalization-variant.ts";

/** The parts of the way back; `g` is the gradient with respect to ZNorm. */
type Parts = {
  readonly g: (dZTilde: Matrix, cache: NormalizationCache) => Matrix;
  readonly throughMu: (g: Matrix) => Matrix;
  readonly throughSigma2: (g: Matrix, cache: NormalizationCache) => Matrix;
  readonly dZ: (rest: Matrix, cache: NormalizationCache) => Matrix;
  readonly dgamma: (dZTilde: Matrix, cache: NormalizationCache) => tf.Tensor;
  readonly dbeta: (dZTilde: Matrix, cache: NormalizationCache) => tf.Tensor;
};

const sumOfRows = (matrix: tf.Tensor): Matrix => tf.sum<Matrix>(matrix, 1, true);
const zeros = (matrix: Matrix): Matrix => tf.zerosLike(matrix);

const right: Parts = {
  g: (dZTilde, { gamma }) => tf.mul(gamma, dZTilde),
  throughMu: meanOfRows,
  throughSigma2: (g, { ZNorm }) => tf.mul(ZNorm, meanOfRows(tf.mul(g, ZNorm))),
  dZ: (rest, cache) => tf.div(rest, spreadOf(cache)),
  dgamma: (dZTilde, { ZNorm }) => sumOfRows(tf.mul(dZTilde, ZNorm)),
  dbeta: sumOfRows,
};

const backwardWith = (changes: Partial<Parts>) => (dZTilde: Matrix, cache: NormalizationCache) => {
  const part = { ...right, ...changes };
  const g = part.g(dZTilde, cache);
  const rest = tf.sub<Matrix>(tf.sub(g, part.throughMu(g)), part.throughSigma2(g, cache));
  return { dZ: part.dZ(rest, cache), dgamma: part.dgamma(dZTilde, cache), dbeta: part.dbeta(dZTilde, cache) };
};

const variant = (id: string, name: string, explanation: string, changes: Partial<Parts>): Misconception => ({
  id: `backward-${id}`,
  exercise: "batchNormBackward",
  name,
  explanation,
  implementation: backwardWith(changes),
});

const rowsBalance = "A check: each row of dZ adds up to 0.";
const sumsOfBatch =
  "gamma and beta are used by every example, so each example adds its share to their gradients. The mean, if there is one, is in dZTilde already.";

/** What students write instead of the way back. */
export const backwardMisconceptions: readonly Misconception[] = [
  variant(
    "statistics-constant",
    "mu and sigma2 are taken for constants.",
    `Both are made from Z, so moving one value moves the whole row. The direct path alone is what holds at test time, not in training. ${rowsBalance}`,
    { throughMu: zeros, throughSigma2: zeros },
  ),
  variant(
    "mu-path-missing",
    "The path through the mean is missing.",
    `Every value of a row has a share in its mean. ${rowsBalance}`,
    {
      throughMu: zeros,
    },
  ),
  variant(
    "sigma2-path-missing",
    "The path through the variance is missing.",
    "Every value of a row has a share in its variance, and through it in all results of the row. Stretching a row of Z changes hardly anything, so hardly any gradient may point along ZNorm.",
    { throughSigma2: zeros },
  ),
  variant(
    "mu-path-added",
    "The path through the mean has the wrong sign.",
    `The mean is subtracted on the way forward, so its share is subtracted on the way back. ${rowsBalance}`,
    {
      throughMu: (g) => tf.neg(meanOfRows(g)),
    },
  ),
  variant(
    "sigma2-path-added",
    "The path through the variance has the wrong sign.",
    "A larger variance makes the results smaller. The power of -1/2 brings a minus when it is differentiated.",
    { throughSigma2: (g, cache) => tf.neg(right.throughSigma2(g, cache)) },
  ),
  variant(
    "mu-path-not-averaged",
    "The path through the mean lacks its 1/m.",
    `mu is a mean, so each example has a share of 1/m in it. ${rowsBalance}`,
    {
      throughMu: sumOfRows,
    },
  ),
  variant(
    "sigma2-path-not-averaged",
    "The path through the variance lacks its 1/m.",
    "sigma2 is a mean of squares, so each example has a share of 1/m in it. A sum in its place makes this path m times as long.",
    { throughSigma2: (g, { ZNorm }) => tf.mul(ZNorm, sumOfRows(tf.mul(g, ZNorm))) },
  ),
  variant(
    "neither-path-averaged",
    "Both paths through the statistics lack their 1/m.",
    `mu and sigma2 are means, so each example has a share of 1/m in them. ${rowsBalance}`,
    { throughMu: sumOfRows, throughSigma2: (g, { ZNorm }) => tf.mul(ZNorm, sumOfRows(tf.mul(g, ZNorm))) },
  ),
  variant(
    "direct-path-averaged",
    "The direct path is divided by the number of examples, like the two others.",
    `The 1/m of the other two comes from the means that they pass through. The direct path passes through no mean; where 1/m stands before everything, it needs an m. ${rowsBalance}`,
    {
      throughMu: sumOfRows,
      throughSigma2: (g, { ZNorm }) => tf.mul(ZNorm, sumOfRows(tf.mul(g, ZNorm))),
      dZ: (rest, cache) => tf.div(right.dZ(rest, cache), rest.shape[1]),
    },
  ),
  variant(
    "sigma2-path-halved",
    "The path through the variance is half as long as it should be.",
    "The root brings a factor 1/2, but differentiating the square brings a 2 that cancels it. Look at both steps.",
    { throughSigma2: (g, cache) => tf.mul(0.5, right.throughSigma2(g, cache)) },
  ),
  variant(
    "sigma2-path-doubled",
    "The path through the variance is twice as long as it should be.",
    "Differentiating the square brings a factor 2, but the root brings a 1/2 that cancels it. Look at both steps.",
    { throughSigma2: (g, cache) => tf.mul(2, right.throughSigma2(g, cache)) },
  ),
  variant(
    "sigma2-path-same-for-all",
    "The path through the variance is the same for every example of a row.",
    "An example moves the variance the more, the farther it lies from the mean. What comes back through the variance is weighted with ZNorm, example by example.",
    { throughSigma2: (g, { ZNorm }) => meanOfRows(tf.mul(g, ZNorm)) },
  ),
  variant(
    "gamma-missing-in-dz",
    "gamma has no part in dZ.",
    "On the way forward ZNorm is multiplied by gamma. So what comes back to it is multiplied by gamma too.",
    {
      g: (dZTilde) => dZTilde,
    },
  ),
  variant(
    "root-forgotten",
    "dZ is divided by the variance, without a square root.",
    "What divided on the way forward divides on the way back: the root of the variance with epsilon.",
    {
      dZ: (rest, { sigma2, epsilon }) => tf.div(rest, tf.add(sigma2, epsilon)),
    },
  ),
  variant(
    "not-divided-by-deviation",
    "dZ is not divided by the standard deviation.",
    "On the way forward Z is divided by the root of the variance. A gradient passes through a division by being divided.",
    {
      dZ: (rest) => rest,
    },
  ),
  variant(
    "multiplied-by-deviation",
    "dZ is multiplied by the standard deviation.",
    "On the way forward Z is divided by the root of the variance. A gradient passes through a division by being divided as well.",
    {
      dZ: (rest, cache) => tf.mul(rest, spreadOf(cache)),
    },
  ),
  variant(
    "epsilon-left-out",
    "epsilon has no part in the division.",
    "The way forward divided by the root of the variance with epsilon. Without it, a row of variance 0 has no gradient at all.",
    {
      dZ: (rest, { sigma2 }) => tf.div(rest, tf.sqrt(sigma2)),
    },
  ),
  variant(
    "epsilon-outside-root",
    "epsilon is added to the root instead of under it.",
    "The way back divides by what the way forward divided by. There, epsilon joined the variance before the root was taken.",
    {
      dZ: (rest, { sigma2, epsilon }) => tf.div(rest, tf.add(tf.sqrt(sigma2), epsilon)),
    },
  ),
  variant(
    "epsilon-fixed",
    "The epsilon of the cache is not used; 1e-8 stands in its place.",
    "The way back must use the epsilon of the way forward, which is why it is in the cache.",
    {
      dZ: (rest, { sigma2 }) => tf.div(rest, tf.sqrt(tf.add(sigma2, 1e-8))),
    },
  ),
  variant(
    "dz-divided-by-m",
    "dZ is divided by the number of examples once more.",
    "The 1/m of a cost that is a mean is in dZTilde already, and those of mu and sigma2 stand in their own paths. The direct path has none.",
    {
      dZ: (rest, cache) => tf.div(right.dZ(rest, cache), rest.shape[1]),
    },
  ),
  variant("sums-averaged", "dgamma and dbeta are means over the batch.", sumsOfBatch, {
    dgamma: (dZTilde, { ZNorm }) => meanOfRows(tf.mul(dZTilde, ZNorm)),
    dbeta: meanOfRows,
  }),
  variant("dgamma-averaged", "dgamma is a mean over the batch.", sumsOfBatch, {
    dgamma: (dZTilde, { ZNorm }) => meanOfRows(tf.mul(dZTilde, ZNorm)),
  }),
  variant("dbeta-averaged", "dbeta is a mean over the batch.", sumsOfBatch, { dbeta: meanOfRows }),
  variant(
    "dgamma-and-dbeta-exchanged",
    "dgamma and dbeta are exchanged.",
    "beta is only added, so its gradient is a plain sum. gamma multiplies ZNorm, so its gradient is a sum of products with ZNorm.",
    {
      dgamma: right.dbeta,
      dbeta: right.dgamma,
    },
  ),
  variant(
    "dgamma-without-znorm",
    "dgamma is the same sum as dbeta.",
    "gamma multiplies ZNorm. So what comes back to gamma is multiplied by ZNorm before it is added up.",
    {
      dgamma: right.dbeta,
    },
  ),
  variant(
    "dgamma-with-gamma",
    "gamma is a factor of dgamma.",
    "The gradient of a factor is made from what it was multiplied with, and that is ZNorm. gamma itself has no part in it.",
    {
      dgamma: (dZTilde, { ZNorm, gamma }) => sumOfRows(tf.mul(tf.mul(gamma, dZTilde), ZNorm)),
    },
  ),
  variant(
    "sums-over-units",
    "dgamma and dbeta are sums over the units of each example.",
    "Each unit has one gamma and one beta, which all examples share. So the sums run along the rows and leave one number for each.",
    {
      dgamma: (dZTilde, { ZNorm }) => tf.sum(tf.mul(dZTilde, ZNorm), 0, true),
      dbeta: (dZTilde) => tf.sum(dZTilde, 0, true),
    },
  ),
  variant(
    "sums-flat",
    "dgamma and dbeta have one dimension.",
    "The numbers are right, but gamma and beta are columns, and their gradients have their shapes. Keep the axis that you add up over.",
    {
      dgamma: (dZTilde, { ZNorm }) => tf.sum(tf.mul(dZTilde, ZNorm), 1),
      dbeta: (dZTilde) => tf.sum(dZTilde, 1),
    },
  ),
];
