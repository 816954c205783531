import type { RosterEntry, SubmissionAttempt } from "../../attempts/submission-attempt.ts";

/**
 * The attempts with the times of the roster, where it has any. A roster's time is that of a student's last attempt, whatever the file
 * says; an earlier attempt keeps an earlier time of its own and is no later than the last.
 * @param attempts By student, attempts in order.
 */
export function withRosterTimes(
  attempts: readonly SubmissionAttempt[],
  roster: ReadonlyMap<string, RosterEntry>,
): readonly SubmissionAttempt[] {
  const last = new Map(attempts.map((attempt) => [attempt.student, attempt]));
  return attempts.map((attempt) => {
    const known = roster.get(attempt.student)?.submittedAt;
    if (known === undefined) return attempt;
    const isEarlier =
      last.get(attempt.student) !== attempt && attempt.submittedAt !== undefined && attempt.submittedAt < known;
    return isEarlier ? attempt : { ...attempt, submittedAt: known };
  });
}
