import type { StudentResult } from "../../report/class-result.ts";
import type { Report } from "../../report/report.ts";
import { mean, quantile } from "./sample-statistics.ts";

const rounding = 1e-9;

/** Statistics of the final scores of a class, points. null where there is no student. */
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

/** A class in numbers. Scores are points. */
export type ClassTotals = {
  readonly submissions: number;
  /** Submissions with a score, those that could not be loaded (score 0) included. */
  readonly graded: number;
  readonly notGradable: number;
  /** Submissions on which the grader failed; no mean includes them. */
  readonly graderErrors: number;
  /** null where nothing was graded. */
  readonly mean: number | null;
  readonly median: number | null;
};

/** Counts a class and takes mean and median of its scores. */
export function classTotals(reports: readonly Report[]): ClassTotals {
  const scores = reports
    .filter(({ status }) => status !== "grader-error")
    .map(({ score, adjustments }) => adjustments?.score ?? score);
  const { mean, median } = scoreStatistics(scores, 0);
  return {
    submissions: reports.length,
    graded: scores.length,
    notGradable: reports.filter(({ status }) => status === "not-gradable").length,
    graderErrors: reports.length - scores.length,
    mean,
    median,
  };
}

/**
 * Whether a student's score counts in the statistics of the class: graded submissions and those that could not be
 * loaded (0 points); any other only if the whole mark was set by hand.
 */
export function countsInScores({ status, overrides }: Pick<StudentResult, "status" | "overrides">): boolean {
  switch (status) {
    case "graded":
    case "not-gradable":
      return true;
    case "grader-error":
    case "missing":
      return overrides.some(({ exercise }) => exercise === undefined);
    default:
      status satisfies never;
      return false;
  }
}

/**
 * Whether a student counts in the statistics of the exercises: every exercise must be graded by the grader itself. A
 * submission that could not be loaded has 0 in all of them at once, which says nothing about any one.
 */
export function countsInExercises({ status, summary }: StudentResult): boolean {
  if (status !== "graded" || summary === undefined) return false;
  return summary.exercises.every((exercise) => exercise.status !== "grader-error");
}
