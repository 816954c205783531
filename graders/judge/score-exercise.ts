import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { roundPoints } from "../../assignments/values/round-points.ts";
import type { CaseReport, ExerciseReport } from "../../reports/report/report.ts";

/** What of a case decides the score. */
export type ScoredCase = Pick<CaseReport, "visibility" | "outcome">;

/** An exercise's part of the mark. */
export type ExerciseScore = Pick<ExerciseReport, "score" | "maxScore" | "status">;

/**
 * Scores an exercise by the cases that were run.
 *
 * - `per-case`: points * (weight of passed cases / weight of counted cases), rounded to 2 decimals. If all weights are
 *   0, every case weighs the same.
 * - `all-or-nothing`: the points if every counted case passed.
 *
 * A `grader-error` is ours: such a case is not counted, and an exercise that has no other keeps its full points and is
 * itself a grader-error, to be graded again. An exercise of which no case was run, or all were skipped, is skipped.
 *
 * @param cases Those that were run: when only the visible ones were, their weights alone count
 * @returns Score and largest possible score in points, and the status
 */
export function scoreExercise(exercise: Exercise, cases: readonly ScoredCase[]): ExerciseScore {
  const maxScore = exercise.points;
  const counted = cases.filter(({ outcome }) => outcome !== "grader-error");
  if (counted.length === 0) {
    return cases.length === 0
      ? { score: 0, maxScore, status: "skipped" }
      : { score: maxScore, maxScore, status: "grader-error" };
  }
  if (counted.every(({ outcome }) => outcome === "skipped")) return { score: 0, maxScore, status: "skipped" };
  if (counted.every(({ outcome }) => outcome === "not-implemented")) {
    return { score: 0, maxScore, status: "not-implemented" };
  }
  const passed = counted.filter(({ outcome }) => outcome === "passed");
  if (passed.length === counted.length) return { score: maxScore, maxScore, status: "passed" };
  if (passed.length === 0 || exercise.scoring.rule === "all-or-nothing") {
    return { score: 0, maxScore, status: "failed" };
  }
  return {
    score: roundPoints(maxScore * passedShare(exercise.scoring.weights, passed, counted)),
    maxScore,
    status: "partial",
  };
}

function passedShare(
  weights: Readonly<Record<ScoredCase["visibility"], number>>,
  passed: readonly ScoredCase[],
  counted: readonly ScoredCase[],
): number {
  const weigh = (cases: readonly ScoredCase[]) => cases.reduce((sum, { visibility }) => sum + weights[visibility], 0);
  const total = weigh(counted);
  return total > 0 ? weigh(passed) / total : passed.length / counted.length;
}
