import type { Misconception } from "../../misconceptions/misconception.ts";
import { gpPosterior, rbfKernel } from "../solution.ts";
import { dot, posteriorWith, variant } from "./posterior-variant.ts";

const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** What students make of the inverse, of the values and of the length scale. */
export const posteriorMeanMisconceptions: readonly Misconception[] = [
  variant(
    "values-centred",
    "The mean of the values is taken off first and added again at the end.",
    "Many libraries do that, and then the mean far away is that of the values. Here the prior mean is 0: far from " +
      "all observations the posterior mean goes back to 0.",
    (X, y, XNew, lengthScale, noise) => {
      const centre = y.reduce((sum, value) => sum + value, 0) / y.length;
      const { mean, std } = gpPosterior(
        X,
        y.map((value) => value - centre),
        XNew,
        lengthScale,
        noise,
      );
      return { mean: mean.map((value) => value + centre), std };
    },
  ),
  variant(
    "weighted-average",
    "The mean is the average of the values, weighted by the kernel.",
    "Such an average counts two observations at nearly the same place twice, though the second says little new. " +
      "The inverse of their covariance takes care of that, and makes the mean go back to 0 far away.",
    (X, y, XNew, lengthScale, noise) => ({
      mean: rbfKernel(XNew, X, lengthScale).map((k) => dot(k, y) / k.reduce((sum, value) => sum + value, 0)),
      std: gpPosterior(X, y, XNew, lengthScale, noise).std,
    }),
  ),
  variant(
    "not-inverted",
    "The covariance is multiplied by instead of its inverse.",
    "Between the two vectors stands the inverse. Solving a system of equations with the covariance does the same " +
      "and is more exact. With one observation and noise 0 the two agree, with more they do not.",
    posteriorWith({ invert: (K) => K }),
  ),
  variant(
    "inverted-by-entry",
    "Each entry of the covariance is inverted by itself.",
    "The inverse of a matrix is the one that gives the identity when the two are multiplied. One divided by each " +
      "entry is something else.",
    posteriorWith({ invert: (K) => K.map((row) => row.map((value) => 1 / value)) }),
  ),
  variant(
    "variance-without-inverse",
    "The inverse of the covariance is missing in the variance.",
    "The mean is right. In the variance the covariance of the new point with the observations comes twice, and " +
      "the same inverse stands between.",
    (X, y, XNew, lengthScale, noise) => ({
      mean: gpPosterior(X, y, XNew, lengthScale, noise).mean,
      std: rbfKernel(XNew, X, lengthScale).map((k) => Math.sqrt(Math.max(0, 1 - dot(k, k)))),
    }),
  ),
  variant(
    "length-scale-fixed",
    "The length scale is taken to be 1 whatever is passed.",
    "The length scale says over which distance values resemble each other. Hand it on wherever the kernel is " +
      "called.",
    (X, y, XNew, _lengthScale, noise) => gpPosterior(X, y, XNew, 1, noise),
  ),
  variant(
    "scaled-by-values",
    "The standard deviation is multiplied by that of the values.",
    "What is left of the prior variance depends only on where observations were made, not on what came out. The " +
      "prior variance is 1 here.",
    (X, y, ...rest) => {
      const { mean, std } = gpPosterior(X, y, ...rest);
      return { mean, std: std.map((value) => value * deviation(y)) };
    },
  ),
];
