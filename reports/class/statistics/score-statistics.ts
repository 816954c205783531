import { mean } from "./mean.ts";
import { quantile } from "./quantile.ts";

const rounding = 1e-9;

/** Final scores of a class in numbers, points. What needs a student is null where there is none. */
export type ScoreStatistics = {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  /** How many reach the pass mark. */
  readonly passed: number;
};

/**
 * Mean, median, quartiles and passes.
 * @param scores Points, in any order.
 * @param passMark Points from which a score passes.
 */
export function scoreStatistics(scores: readonly number[], passMark: number): ScoreStatistics {
  const sorted = scores.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    mean: mean(sorted),
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    passed: sorted.filter((score) => score >= passMark - rounding * Math.max(1, passMark)).length,
  };
}
