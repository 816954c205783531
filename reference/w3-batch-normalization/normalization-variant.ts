import * as tf from "@tensorflow/tfjs";
import type { NormalizationCache } from "gradecheck/w3-batch-normalization";

/** What is computed with, [n, m] or [n, 1]. */
export type Matrix = tf.Tensor2D;

/** The parts of a normalization, each of which a student may get wrong. */
export type NormalizationParts = {
  readonly mu: (Z: Matrix) => Matrix;
  readonly sigma2: (Z: Matrix, mu: Matrix) => Matrix;
  readonly ZNorm: (Z: Matrix, statistics: { readonly mu: Matrix; readonly sigma2: Matrix }, epsilon: number) => Matrix;
  readonly ZTilde: (ZNorm: Matrix, gamma: Matrix, beta: Matrix) => Matrix;
  /** What epsilon is used. */
  readonly epsilon: (given: number | undefined) => number;
};

/** The mean of each row, [n, 1]. */
export const meanOfRows = (matrix: tf.Tensor): Matrix => tf.mean<Matrix>(matrix, 1, true);

/** `sqrt(sigma2 + epsilon)` */
const deviation = (sigma2: Matrix, epsilon: number): Matrix => tf.sqrt(tf.add(sigma2, epsilon));

/** Every part as it should be. */
export const rightParts: NormalizationParts = {
  mu: meanOfRows,
  sigma2: (Z, mu) => meanOfRows(tf.square(tf.sub(Z, mu))),
  ZNorm: (Z, { mu, sigma2 }, epsilon) => tf.div(tf.sub(Z, mu), deviation(sigma2, epsilon)),
  ZTilde: (ZNorm, gamma, beta) => tf.add(tf.mul(gamma, ZNorm), beta),
  epsilon: (given = 1e-8) => given,
};

/** Wrong parts that `batchNormForward` and `batchNormInference` have in common, by the end of the misconception's id. */
export const wrongParts = {
  "root-forgotten": { ZNorm: (Z, { mu, sigma2 }, epsilon) => tf.div(tf.sub(Z, mu), tf.add(sigma2, epsilon)) },
  "epsilon-outside-root": {
    ZNorm: (Z, { mu, sigma2 }, epsilon) => tf.div(tf.sub(Z, mu), tf.add(tf.sqrt(sigma2), epsilon)),
  },
  "epsilon-left-out": { ZNorm: (Z, { mu, sigma2 }) => tf.div(tf.sub(Z, mu), tf.sqrt(sigma2)) },
  "mean-not-subtracted": { ZNorm: (Z, { sigma2 }, epsilon) => tf.div(Z, deviation(sigma2, epsilon)) },
  "gamma-and-beta-exchanged": { ZTilde: (ZNorm, gamma, beta) => tf.add(tf.mul(beta, ZNorm), gamma) },
  "gamma-left-out": { ZTilde: (ZNorm, _, beta) => tf.add(ZNorm, beta) },
  "beta-left-out": { ZTilde: (ZNorm, gamma) => tf.mul(gamma, ZNorm) },
  "not-scaled": { ZTilde: (ZNorm) => tf.clone(ZNorm) },
  "shifted-before-scaling": { ZTilde: (ZNorm, gamma, beta) => tf.mul(gamma, tf.add(ZNorm, beta)) },
  "default-epsilon-1e-5": { epsilon: (given = 1e-5) => given },
  "default-epsilon-1e-3": { epsilon: (given = 1e-3) => given },
  "epsilon-0-taken-for-missing": { epsilon: (given) => given || 1e-8 },
  "epsilon-ignored": { epsilon: () => 1e-8 },
} satisfies Record<string, Partial<NormalizationParts>>;

/** A key of {@link wrongParts}. */
export type WrongPart = keyof typeof wrongParts;

/** The words on these parts, which are the same for both functions. */
export const wordsOn: Readonly<Record<WrongPart, readonly [name: string, explanation: string]>> = {
  "root-forgotten": [
    "Z is divided by the variance, without a square root.",
    "A variance has the square of the unit of Z. What brings each row to a spread of 1 is the division by its root. Where the variance is 1, the two agree.",
  ],
  "epsilon-outside-root": [
    "epsilon is added to the root instead of under it.",
    "epsilon joins the variance first, and the root is taken of the sum. With a large variance the two can hardly be told apart; look at a row whose variance is 0 or tiny.",
  ],
  "epsilon-left-out": [
    "epsilon has no part in the division.",
    "Without it, a row whose values are all equal is divided by 0. Look at what stands under the root.",
  ],
  "mean-not-subtracted": [
    "The mean is not subtracted before the division.",
    "To normalize is to move a row to 0 first and then to give it a spread of 1. Look at what the division divides.",
  ],
  "gamma-and-beta-exchanged": [
    "gamma and beta are exchanged.",
    "gamma is the new spread of a row, so it multiplies. beta is the new mean, so it is added.",
  ],
  "gamma-left-out": [
    "gamma does not multiply the normalized values.",
    "The network is to choose the spread of a unit by itself, and gamma is that spread. Without it, every unit keeps the spread 1.",
  ],
  "beta-left-out": [
    "beta is not added.",
    "The network is to choose the mean of a unit by itself, and beta is that mean. Without it, every unit stays around 0.",
  ],
  "not-scaled": [
    "The normalized values are returned without gamma and beta.",
    "Normalizing is half of the work. What the next step gets has been scaled by gamma and shifted by beta.",
  ],
  "shifted-before-scaling": [
    "beta is added before gamma multiplies.",
    "Then gamma scales the shift too. The mean of a row of the result should be beta, whatever gamma is.",
  ],
  "default-epsilon-1e-5": [
    "When no epsilon is given, it is 1e-5.",
    "1e-5 is the default of another library. Compare yours with the signature in the handout.",
  ],
  "default-epsilon-1e-3": [
    "When no epsilon is given, it is 1e-3.",
    "1e-3 is the default of another library. Compare yours with the signature in the handout.",
  ],
  "epsilon-0-taken-for-missing": [
    "An epsilon of 0 is replaced by the default.",
    "0 is a value that may be meant. The default belongs to an argument that is undefined, and to no other.",
  ],
  "epsilon-ignored": [
    "The argument epsilon is not used; the default stands in its place.",
    "The default is for calls without an epsilon. Check that the argument reaches the root.",
  ],
};

/** What the way forward divided by. */
export const spreadOf = ({ sigma2, epsilon }: NormalizationCache): Matrix => deviation(sigma2, epsilon);
