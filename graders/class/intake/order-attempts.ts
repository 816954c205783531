import type { RosterEntry, SubmissionAttempt } from "../attempts/submission-attempt.ts";

const byName = new Intl.Collator("en", { numeric: true });

/** An attempt before its place among the student's other ones is known. */
export type Unnumbered = Omit<SubmissionAttempt, "attempt"> & {
  /** From the layout. */
  readonly number?: number;
  /** From the student's own archive. */
  readonly ownOrder?: number;
};

/**
 * Numbers the attempts of each student: by the layout's numbers if all have one, otherwise by time if all have one;
 * ties are broken by the order in the student's own archive, and then by name.
 * @param attempts In any order.
 * @returns By student, then by attempt.
 */
export function numberAttempts<Own extends Unnumbered>(
  attempts: readonly Own[],
): readonly (Omit<Own, "number" | "ownOrder"> & { readonly attempt: number })[] {
  const students = Map.groupBy(attempts, ({ student }) => student);
  const sorted = [...students].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, own]) => {
    const isNumbered = own.every(({ number }) => number !== undefined);
    const isTimed = own.every(({ submittedAt }) => submittedAt !== undefined);
    const rank = ({ number = 0, submittedAt }: Unnumbered): number =>
      isNumbered ? number : isTimed ? (submittedAt?.getTime() ?? 0) : 0;
    const ownRank = ({ ownOrder = 0 }: Unnumbered): number => ownOrder;
    return [...own]
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          ownRank(a) - ownRank(b) ||
          byName.compare(a.shownPath, b.shownPath) ||
          (a.path < b.path ? -1 : 1),
      )
      .map(({ number: _number, ownOrder: _own, ...attempt }, index) => ({ ...attempt, attempt: index + 1 }));
  });
}

/**
 * Chooses the attempt of each student that counts.
 * @param attempts By student, attempts in order, as in {@link Intake}.
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

/**
 * The attempts with the times of the roster, where it has any. A roster's time is that of a student's last attempt,
 * whatever the file's time is; an earlier attempt keeps its own earlier time, and is never later than the last.
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
