import type { Misconception } from "../../misconceptions/misconception.ts";
import { expectedImprovement, gpPosterior, proposeNext } from "../solution.ts";
import { variantsOf } from "./variants-of.ts";

type Search = [X: number[][], y: number[], candidates: number[][], lengthScale: number, noise: number, xi?: number];

const variant = variantsOf<(...args: Search) => unknown>("proposeNext", "next");

type Candidate = { readonly mu: number; readonly sigma: number; readonly best: number; readonly xi: number };

/** The candidate for which something else is greatest. */
const byCandidate =
  (value: (candidate: Candidate) => number) =>
  (...[X, y, candidates, lengthScale, noise, xi = 0.01]: Search): number => {
    const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
    const best = Math.max(...y);
    const values = mean.map((mu, i) => value({ mu, sigma: std[i] ?? Number.NaN, best, xi }));
    return values.indexOf(Math.max(...values));
  };

/** Improvements over something else. */
const withBest =
  (bestOf: (y: readonly number[], mean: readonly number[]) => number) =>
  (...[X, y, candidates, lengthScale, noise, xi]: Search): number => {
    const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
    const all = expectedImprovement(mean, std, bestOf(y, mean), xi);
    return all.indexOf(Math.max(...all));
  };

function improvementsOf(...[X, y, candidates, lengthScale, noise, xi]: Search): number[] {
  const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
  return expectedImprovement(mean, std, Math.max(...y), xi);
}

/** What students choose instead of the candidate of the greatest expected improvement. */
export const nextPointMisconceptions: readonly Misconception[] = [
  variant(
    "greatest-mean",
    "The candidate of the greatest mean is chosen.",
    "That only exploits what is known already, and never tries a place of which little is known. An improvement " +
      "over too low a value comes to the same: the best so far is the greatest of y. The expected improvement over " +
      "that weighs both.",
    byCandidate(({ mu }) => mu),
  ),
  variant(
    "greatest-std",
    "The candidate of the greatest standard deviation is chosen.",
    "That only explores: it goes where least is known, even where a good value is unlikely. The expected " +
      "improvement weighs both.",
    byCandidate(({ sigma }) => sigma),
  ),
  variant(
    "upper-bound",
    "The candidate of the greatest sum of mean and standard deviation is chosen.",
    "That is another rule for the same purpose, the upper confidence bound. Here the expected improvement " +
      "decides.",
    byCandidate(({ mu, sigma }) => mu + sigma),
  ),
  variant(
    "probability",
    "The candidate with the greatest probability of an improvement is chosen.",
    "If only the probability counts, a tiny improvement that is almost certain wins. The expectation weighs each " +
      "improvement by its size.",
    byCandidate(({ mu, sigma, best, xi }) => (mu - best - xi) / sigma),
  ),
  variant(
    "best-of-means",
    "The best so far is taken from the means of the candidates instead of the observed values.",
    "What has been reached is what was observed: the greatest of y. The means say what is believed of places that " +
      "nobody has tried.",
    withBest((_y, mean) => Math.max(...mean)),
  ),
  variant(
    "last-value",
    "The value observed last counts as the best.",
    "Observations stand in the order in which they were made, not sorted. The best of them may stand anywhere.",
    withBest((y) => y.at(-1) ?? 0),
  ),
  variant(
    "first-value",
    "The value observed first counts as the best.",
    "Observations stand in the order in which they were made, not sorted. The best of them may stand anywhere.",
    withBest((y) => y[0] ?? 0),
  ),
  variant(
    "best-from-zero",
    "The search for the best value begins at 0.",
    "Where all values are negative, none exceeds 0, and every candidate is measured by a value that nobody has " +
      "observed. Begin with one that is there, or with minus infinity.",
    withBest((y) => Math.max(0, ...y)),
  ),
  variant(
    "last-of-equals",
    "Of candidates that are equally good the last one is chosen.",
    "A later candidate replaces an earlier one only if it is better, not if it is as good. Look at the " +
      "comparison.",
    (...args) => {
      const all = improvementsOf(...args);
      return all.lastIndexOf(Math.max(...all));
    },
  ),
  variant(
    "smallest",
    "The candidate of the smallest expected improvement is chosen.",
    "An expected improvement is the better the greater it is, unlike a cost.",
    (...args) => {
      const all = improvementsOf(...args);
      return all.indexOf(Math.min(...all));
    },
  ),
  variant(
    "minimising",
    "The search looks for a low value, as for a cost.",
    "The values are scores: the higher the better. The best so far is the greatest of them, and an improvement " +
      "lies above it.",
    (X, y, ...rest) =>
      proposeNext(
        X,
        y.map((value) => -value),
        ...rest,
      ),
  ),
  variant(
    "counted-from-one",
    "The candidates are counted from 1.",
    "The first candidate has the index 0, as in every array.",
    (...args) => proposeNext(...args) + 1,
  ),
  variant(
    "point-returned",
    "The candidate itself is returned instead of its index.",
    "Asked for is the place in the list, a number. With it the caller finds the point, and whatever else is kept " +
      "beside it.",
    (X, y, candidates, ...rest) => candidates[proposeNext(X, y, candidates, ...rest)],
  ),
  variant(
    "improvement-returned",
    "The greatest expected improvement is returned instead of the index of its candidate.",
    "How much is expected does not say where. Asked for is the place of the candidate in the list.",
    (...args) => Math.max(...improvementsOf(...args)),
  ),
  variant(
    "xi-not-handed-on",
    "xi is not handed on, so that it is always 0.01.",
    "A large xi sends the search further away, and 0 keeps it near. It has to reach the expected improvement.",
    (X, y, candidates, lengthScale, noise) => proposeNext(X, y, candidates, lengthScale, noise),
  ),
  variant(
    "default-xi-of-zero",
    "xi is 0 where it is left out.",
    "Where xi is undefined, it is 0.01. Look at the default in the signature.",
    (X, y, candidates, lengthScale, noise, xi = 0) => proposeNext(X, y, candidates, lengthScale, noise, xi),
  ),
  variant(
    "noise-not-handed-on",
    "The noise is not handed on, so that observations count as exact.",
    "Near a noisy observation some uncertainty is left, and without it such places look less promising than they " +
      "are. The posterior needs the noise.",
    (X, y, candidates, lengthScale, _noise, xi) => proposeNext(X, y, candidates, lengthScale, 0, xi),
  ),
];
