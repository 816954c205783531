import type { ExerciseProgress, ExerciseReport, Progress, Report } from "../../../reports/report/report.ts";
import { type EarlierAttempt, type EarlierExercise, visibleMistakes } from "./earlier-attempt.ts";

/** Earlier attempts whose points a report has. */
const mostAttempts = 20;

/**
 * What has come of the last of a student's earlier attempts. Cases are not compared one by one: the hidden ones of another seed or
 * secret have only their numbers in common.
 * @param earlier In order, the last one last. Where the grader failed, an attempt says nothing and is passed over.
 * @returns undefined where there is nothing to compare.
 */
export function compareAttempts(earlier: readonly EarlierAttempt[], report: Report): Progress | undefined {
  const judged = earlier.filter(({ status }) => status !== "grader-error");
  const last = judged.at(-1);
  if (last === undefined || report.status === "grader-error") return undefined;
  const otherTotal = judged.findLastIndex(({ maxScore }) => maxScore !== report.maxScore);
  const changed = changesSince(last, report);
  return {
    attempts: judged
      .slice(otherTotal + 1)
      .slice(-mostAttempts)
      .map(({ score }) => score),
    ...(changed.length > 0 && { changed }),
    exercises: compareExercises(last, report),
  };
}

function changesSince({ assignmentVersion, seed }: EarlierAttempt, report: Report): NonNullable<Progress["changed"]> {
  return [
    ...(assignmentVersion !== report.assignmentVersion ? ["assignment" as const] : []),
    ...(seed !== report.seed && report.visibility !== "visible" ? ["hidden-cases" as const] : []),
  ];
}

/** Of a submission that could not be run, no exercise passes. */
function compareExercises({ exercises }: EarlierAttempt, report: Report): ExerciseProgress[] {
  const old = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return report.exercises.flatMap((exercise) => {
    const before = old.get(exercise.id);
    return before?.maxScore === exercise.maxScore ? compareExercise(before, exercise) : [];
  });
}

function compareExercise(before: EarlierExercise, after: ExerciseReport): ExerciseProgress[] {
  if (before.status === "grader-error" || after.status === "grader-error") return [];
  const points = { before: before.score, after: after.score };
  const [passed, passes] = [before.status === "passed", after.status === "passed"];
  if (passed && passes) return [];
  if (passes) return [{ id: after.id, change: "mended", ...points }];
  if (passed) return [{ id: after.id, change: "new", ...points }];
  return [{ id: after.id, change: "open", ...points, ...compareMistakes(before.mistakes, visibleMistakes(after)) }];
}

function compareMistakes(before: readonly string[], after: readonly string[]): Pick<ExerciseProgress, "mistake"> {
  if (before.length === 0 || after.length === 0) return {};
  return { mistake: after.some((id) => before.includes(id)) ? "same" : "other" };
}
