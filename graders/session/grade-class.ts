import pLimit from "p-limit";
import type { Report } from "../../reports/report/report.ts";
import type { Graded, GradingSession } from "./grading-session.ts";

/** A submission to grade. */
export type Submission = { readonly path: string; readonly name: string };

/**
 * Grades submissions side by side and hands each result over the moment it exists. Only enough of them are under way to keep
 * the workers busy, so that memory does not grow with the class. Our own failure on one submission becomes that
 * submission's grader-error and stops no other.
 * @param inFlight Submissions under way at once: two per worker, so that one is compiled while another runs.
 * @param onGraded Called in the order in which results arrive, with the position of the submission and the seconds it took.
 */
export async function gradeClass(
  session: Pick<GradingSession, "grade" | "graderError">,
  submissions: readonly Submission[],
  inFlight: number,
  onGraded: (graded: Graded, index: number, seconds: number) => Promise<void>,
): Promise<void> {
  const limit = pLimit(inFlight);
  const grade = async ({ path, name }: Submission, index: number): Promise<void> => {
    const start = performance.now();
    const graded = await session
      .grade(path, name)
      .catch((error: unknown) => ({ report: session.graderError(name, error) }));
    await onGraded(graded, index, (performance.now() - start) / 1000);
  };
  await Promise.all(submissions.map((submission, index) => limit(() => grade(submission, index))));
}

/** Whether the grader failed on any part of a submission, so that it has to be graded again. */
export function hasGraderError({ status, exercises }: Report): boolean {
  return (
    status === "grader-error" ||
    exercises.some((exercise) => exercise.cases.some(({ outcome }) => outcome === "grader-error"))
  );
}
