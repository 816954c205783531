import type { SubmissionAttempt } from "../attempts/submission-attempt.ts";

const byName = new Intl.Collator("en", { numeric: true });

/** An attempt before its place among the student's other ones is known. */
export type Unnumbered = Omit<SubmissionAttempt, "attempt"> & {
  /** As the layout has it. */
  readonly number?: number;
  /** As the student's own archive has it. */
  readonly ownOrder?: number;
};

/**
 * Numbers the attempts of each student: by the layout's numbers where all have one, else by time where all have one; what these leave
 * open, the student's own archive orders, and then the names.
 * @param attempts In any order.
 * @returns By student, then by attempt.
 */
export function numberAttempts(attempts: readonly Unnumbered[]): readonly SubmissionAttempt[] {
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
