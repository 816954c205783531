import { density, distribution } from "../../../assignments/w3-hyperparameter-search/cases/normal-distribution.ts";
import type { Misconception } from "../../misconceptions/misconception.ts";
import { expectedImprovement } from "../solution.ts";
import { improvementBy, variant } from "./improvement-variant.ts";

/** What students make of xi, of the best value and of certainty. */
export const improvementMisconceptions: readonly Misconception[] = [
  variant(
    "xi-ignored",
    "xi is not used.",
    "xi is what an improvement has to exceed before it counts: it makes the search look further away. It is taken " +
      "off together with the best value.",
    (mean, std, best) => expectedImprovement(mean, std, best, 0),
  ),
  variant(
    "xi-added",
    "xi is added instead of taken off.",
    "An improvement that has to exceed xi is harder to reach, so the result falls when xi grows. Look at the " +
      "sign.",
    (mean, std, best, xi = 0.01) => expectedImprovement(mean, std, best, -xi),
  ),
  variant(
    "xi-not-in-quotient",
    "xi is taken off in front, but not in the quotient by the standard deviation.",
    "Both places have the same distance, from the mean to the best value and xi. Give it a name and use it twice.",
    improvementBy(
      ({ gain, sigma, xi }) => gain * distribution((gain + xi) / sigma) + sigma * density((gain + xi) / sigma),
    ),
  ),
  variant(
    "default-xi-of-zero",
    "xi is 0 where it is left out.",
    "Where xi is undefined, it is 0.01. Look at the default in the signature.",
    (mean, std, best, xi = 0) => expectedImprovement(mean, std, best, xi),
  ),
  variant(
    "xi-fixed",
    "xi is 0.01 whatever is passed.",
    "0.01 is what xi is when nobody says otherwise. A 0 that is passed counts as well: it is not the same as " +
      "nothing.",
    (mean, std, best) => expectedImprovement(mean, std, best),
  ),
  variant(
    "xi-of-zero-is-default",
    "An xi of 0 is replaced by the default.",
    "|| takes every 0 for nothing. 0 is a legal value: it says that every improvement counts. Only undefined " +
      "means that nothing was passed.",
    (mean, std, best, xi) => expectedImprovement(mean, std, best, xi || 0.01),
  ),
  variant(
    "minimising",
    "The improvement is counted downwards, as for a cost.",
    "Here the highest value is the best. A mean above the best so far is an improvement, one below it is not. " +
      "Look at which of the two is taken from the other.",
    (mean, std, best, xi) =>
      expectedImprovement(
        mean.map((mu) => -mu),
        std,
        -best,
        xi,
      ),
  ),
  variant(
    "whole-gain-where-certain",
    "Where the standard deviation is 0, the distance above the best value is returned.",
    "That is the limit of the formula, but not what is asked for: such a point is known already, and trying it " +
      "again says nothing new. There the result is 0. A division by 0 gives the same without being noticed.",
    (mean, std, best, xi = 0.01) =>
      expectedImprovement(mean, std, best, xi).map((value, i) =>
        std[i] === 0 ? Math.max(0, (mean[i] ?? 0) - best - xi) : value,
      ),
  ),
  variant(
    "not-a-number-where-certain",
    "Where the standard deviation is 0, the result is NaN.",
    "A distance divided by 0 is infinite, and infinity times 0 is no number. Decide what to do with a standard " +
      "deviation of 0 before anything is divided by it: the result is 0 there.",
    (mean, std, best, xi) =>
      expectedImprovement(mean, std, best, xi).map((value, i) => (std[i] === 0 ? Number.NaN : value)),
  ),
  variant(
    "gain-of-mean",
    "Only the mean counts: what it exceeds the best value by, and 0 below.",
    "That is the improvement of the expectation, not the expectation of the improvement. A candidate whose mean " +
      "is lower may still turn out better, the more so the less is known of it.",
    improvementBy(({ gain }) => Math.max(0, gain)),
  ),
];
