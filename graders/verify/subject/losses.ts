import type { ExerciseReport, Report } from "../../../reports/report/report.ts";

/** An exercise of a report. */
export const exerciseOf = (report: Report, id: string): ExerciseReport | undefined =>
  report.exercises.find((exercise) => exercise.id === id);

/** What became of an exercise, or of the whole submission where that was not graded. */
export const statusOf = (report: Report, found: ExerciseReport | undefined): string =>
  report.status === "graded" ? (found?.status ?? "missing") : `${report.status} (${report.message ?? ""})`;

/** Why a submission has not the full marks of an exercise, case by case; none where it has. */
export function lossesOf(report: Report, exercise: string): string[] {
  const found = exerciseOf(report, exercise);
  const failing = found?.cases.filter(({ outcome }) => outcome !== "passed") ?? [];
  if (failing.length === 0) return found?.status === "passed" ? [] : [`it is ${statusOf(report, found)}`];
  return failing.map(({ id, outcome, mismatch, error, cause }) => {
    const facts = [mismatch?.code, mismatch?.property?.id, error?.message, cause].filter((fact) => fact !== undefined);
    return `${id} is ${outcome}${facts.length === 0 ? "" : `: ${facts.join(", ")}`}`;
  });
}
