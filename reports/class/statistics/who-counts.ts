import type { StudentResult } from "../../report/class-result.ts";

/**
 * Whether a student's score counts in the numbers of the class: graded ones and those whose submission could not be
 * loaded (0 points), and any other only once the whole mark was set by hand.
 */
export function countsInScores({ status, overrides }: StudentResult): boolean {
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
 * Whether a student counts in the numbers of the exercises: graded, and every exercise by the grader itself. A
 * submission that could not be loaded has 0 in all of them at once, which tells of no exercise.
 */
export function countsInExercises({ status, summary }: StudentResult): boolean {
  if (status !== "graded" || summary === undefined) return false;
  return summary.exercises.every((exercise) => exercise.status !== "grader-error");
}
