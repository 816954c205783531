import { density, distribution } from "../../../assignments/w3-hyperparameter-search/cases/normal-distribution.ts";
import type { Misconception } from "../../misconceptions/misconception.ts";
import { improvementBy, variant } from "./improvement-variant.ts";

/** What students make of the normal distribution. */
export const normalMisconceptions: readonly Misconception[] = [
  variant(
    "probability",
    "The probability of an improvement is returned instead of its expectation.",
    "A tiny improvement that is almost certain beats a large one that is merely possible, if only the probability " +
      "counts. The expectation weighs each improvement by its size.",
    improvementBy(({ gain, sigma }) => distribution(gain / sigma)),
  ),
  variant(
    "without-density",
    "The term with the density is missing.",
    "Below the best value the first term alone is negative, and an expectation of what exceeds it cannot be. The " +
      "second term is what uncertainty is worth.",
    improvementBy(({ gain, sigma }) => gain * distribution(gain / sigma)),
  ),
  variant(
    "density-only",
    "The term with the distribution function is missing.",
    "The density alone is the same at equal distances above and below the best value. A candidate above it must " +
      "come out better: that is what the other term is for.",
    improvementBy(({ gain, sigma }) => sigma * density(gain / sigma)),
  ),
  variant(
    "functions-exchanged",
    "Density and distribution function are exchanged.",
    "The distance to the best value is multiplied by the probability of getting there, which is the distribution " +
      "function. Far above the best value the result must be that distance itself.",
    improvementBy(({ gain, sigma }) => gain * density(gain / sigma) + sigma * distribution(gain / sigma)),
  ),
  variant(
    "divided-by-variance",
    "The distance is divided by the square of the standard deviation.",
    "How many standard deviations lie between the mean and the best value is a quotient of two lengths. std is " +
      "the standard deviation already.",
    improvementBy(({ gain, sigma }) => gain * distribution(gain / sigma ** 2) + sigma * density(gain / sigma ** 2)),
  ),
  variant(
    "not-divided",
    "The distance is not divided by the standard deviation.",
    "The distribution function wants to know how many standard deviations lie between the mean and the best " +
      "value, not how far they are apart.",
    improvementBy(({ gain, sigma }) => gain * distribution(gain) + sigma * density(gain)),
  ),
  variant(
    "root-of-two-forgotten",
    "The error function gets z instead of z divided by the root of 2.",
    "erf belongs to a bell curve that is narrower than the normal distribution by the root of 2. At z = 1 the " +
      "distribution function is 0.8413: try yours there.",
    improvementBy(
      ({ gain, sigma }) => gain * distribution((gain / sigma) * Math.SQRT2) + sigma * density(gain / sigma),
    ),
  ),
  variant(
    "density-not-normalised",
    "The density is not divided by the root of 2 pi.",
    "Without it the area under the bell curve is about 2.5 instead of 1, and its height at 0 is 1 instead of " +
      "0.3989.",
    improvementBy(
      ({ gain, sigma }) => gain * distribution(gain / sigma) + sigma * Math.exp(-((gain / sigma) ** 2) / 2),
    ),
  ),
  variant(
    "density-without-half",
    "The half in the exponent of the density is missing.",
    "The exponent of the normal density is minus half the square of z. At z = 1 its value is 0.2420: try yours " +
      "there.",
    improvementBy(
      ({ gain, sigma }) => gain * distribution(gain / sigma) + sigma * density((gain / sigma) * Math.SQRT2),
    ),
  ),
  variant(
    "logistic",
    "A logistic curve stands for the distribution function.",
    "1 / (1 + exp(-1.702 z)) looks much like it, but is off by up to 0.01. Approximations of erf with five " +
      "coefficients are off by less than 0.0000002.",
    improvementBy(({ gain, sigma }) => gain / (1 + Math.exp((-1.702 * gain) / sigma)) + sigma * density(gain / sigma)),
  ),
  variant(
    "hyperbolic-tangent",
    "A hyperbolic tangent stands for the distribution function.",
    "The formula with 0.044715 is meant for activations, where an error of 0.0003 does no harm. Approximations of " +
      "erf with five coefficients are off by less than 0.0000002.",
    improvementBy(({ gain, sigma }) => {
      const z = gain / sigma;
      return (gain * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)))) / 2 + sigma * density(z);
    }),
  ),
];
