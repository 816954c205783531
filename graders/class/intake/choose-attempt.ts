import type { SubmissionAttempt } from "../attempts/submission-attempt.ts";

/**
 * The attempt of each student that counts.
 * @param attempts By student, attempts in order, as {@link Intake} has them.
 * @returns One per student, in the same order.
 */
export function chooseAttempt(
  attempts: readonly SubmissionAttempt[],
  which: "last" | "first",
): readonly SubmissionAttempt[] {
  const chosen = new Map<string, SubmissionAttempt>();
  for (const attempt of attempts) {
    const other = chosen.get(attempt.student);
    const isBetter =
      other === undefined || (which === "last" ? attempt.attempt > other.attempt : attempt.attempt < other.attempt);
    if (isBetter) chosen.set(attempt.student, attempt);
  }
  return [...chosen.values()];
}
