import type { Misconception } from "../../misconceptions/misconception.ts";
import { gpPosterior } from "../solution.ts";
import { noiseAtEqualPoints, posteriorWith, variant } from "./posterior-variant.ts";

/** What students make of the noise and of the variance. */
export const posteriorNoiseMisconceptions: readonly Misconception[] = [
  variant(
    "noise-not-squared",
    "The noise is added to the diagonal without being squared.",
    "noise is a standard deviation, in the unit of y. The diagonal of a covariance holds variances, so its square " +
      "belongs there.",
    posteriorWith({ onDiagonal: (noise) => noise }),
  ),
  variant(
    "noise-ignored",
    "The noise does not enter at all.",
    "Then the mean runs through every observation, however noisy they are, and no uncertainty is left there. The " +
      "covariance of the observations is that of the function and, on the diagonal, the variance of the noise.",
    posteriorWith({ onDiagonal: () => 0 }),
  ),
  variant(
    "small-number-on-diagonal",
    "A small number such as 1e-6 is added to the diagonal, beside the noise.",
    "Programs do that to be able to invert a matrix that is nearly singular. Here it never is, and whatever " +
      "stands on the diagonal counts as noise: an observation without noise then keeps a standard deviation of " +
      "0.001.",
    posteriorWith({ onDiagonal: (noise) => noise ** 2 + 1e-6 }),
  ),
  variant(
    "noise-everywhere",
    "The variance of the noise is added to every entry of the covariance.",
    "The noise of one observation has nothing to do with that of another, so it enters only where a row meets its " +
      "own column. Added everywhere, it says that all observations are off by the same amount.",
    posteriorWith({ offDiagonal: (noise) => noise ** 2 }),
  ),
  variant(
    "noise-at-equal-points",
    "The variance of the noise is added wherever two points are equal, between new points and observations too.",
    "Noise belongs to an observation, not to a place. Two observations at the same place have noise of their own " +
      "each, and a new point where something was observed has none of it. Add it on the diagonal of the covariance " +
      "of the observations only.",
    noiseAtEqualPoints,
  ),
  variant(
    "noise-in-variance",
    "The variance of the noise is added to that of the new points.",
    "That says how far another observation would scatter. Asked for is the uncertainty about the function itself: " +
      "many observations make it vanish, while the noise of one more stays.",
    posteriorWith({ prior: (noise) => 1 + noise ** 2 }),
  ),
  variant(
    "noise-in-mean-only",
    "The variance is computed without the noise.",
    "The same covariance of the observations, with noise, stands in both formulas. Noisy observations leave more " +
      "uncertainty behind than exact ones.",
    (X, y, XNew, lengthScale, noise) => ({
      mean: gpPosterior(X, y, XNew, lengthScale, noise).mean,
      std: gpPosterior(X, y, XNew, lengthScale, 0).std,
    }),
  ),
  variant(
    "variance-returned",
    "The variance is returned instead of the standard deviation.",
    "The square root is missing at the end. A standard deviation has the unit of y, so that mean and band fit " +
      "into one picture.",
    (...args) => {
      const { mean, std } = gpPosterior(...args);
      return { mean, std: std.map((value) => value ** 2) };
    },
  ),
  variant(
    "root-below-zero",
    "The root is taken of a variance that rounding has left below 0, which gives NaN.",
    "At an observation without noise the variance is 0, and computed as a difference it comes out a little above " +
      "or below. Decide what to do with a difference below 0 before its root is taken.",
    (...args) => {
      const { mean, std } = gpPosterior(...args);
      return { mean, std: std.map((value) => (value === 0 ? Number.NaN : value)) };
    },
  ),
  variant(
    "explained-variance",
    "The variance that the observations explain is returned, not what is left of the prior one.",
    "Before anything is observed the variance is 1. What observations say is taken off: near them little is left, " +
      "and far away everything. Look at what the root is taken of.",
    (...args) => {
      const { mean, std } = gpPosterior(...args);
      return { mean, std: std.map((value) => Math.sqrt(1 - value ** 2)) };
    },
  ),
];
