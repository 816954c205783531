import type { Report } from "../../report/report.ts";
import { mean } from "./mean.ts";
import { quantile } from "./quantile.ts";

/** A class in numbers. Scores are points. */
export type ClassTotals = {
  readonly submissions: number;
  /** Submissions with a score, those that could not be loaded (score 0) included. */
  readonly graded: number;
  readonly notGradable: number;
  /** Submissions on which the grader failed; they count in no mean. */
  readonly graderErrors: number;
  /** null where nothing was graded. */
  readonly mean: number | null;
  readonly median: number | null;
};

/** Counts a class and finds the middle of its scores. */
export function classTotals(reports: readonly Report[]): ClassTotals {
  const scores = reports
    .filter(({ status }) => status !== "grader-error")
    .map(({ score }) => score)
    .sort((a, b) => a - b);
  return {
    submissions: reports.length,
    graded: scores.length,
    notGradable: reports.filter(({ status }) => status === "not-gradable").length,
    graderErrors: reports.length - scores.length,
    mean: mean(scores),
    median: quantile(scores, 0.5),
  };
}
