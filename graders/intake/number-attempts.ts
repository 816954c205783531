import type { HandIn } from "./hand-in.ts";

const byName = new Intl.Collator("en", { numeric: true });

/**
 * Numbers the attempts of each student.
 * @param handIns In any order; `number` of the layout, compared where all attempts of a student have one.
 * @returns By student, then by attempt.
 */
export function numberAttempts(
  handIns: readonly (Omit<HandIn, "attempt"> & { readonly number?: number })[],
): readonly HandIn[] {
  const students = Map.groupBy(handIns, ({ student }) => student);
  const sorted = [...students].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, own]) => {
    const isNumbered = own.every(({ number }) => number !== undefined);
    const isTimed = own.every(({ submittedAt }) => submittedAt !== undefined);
    const rank = ({ number = 0, submittedAt }: (typeof own)[number]): number =>
      isNumbered ? number : isTimed ? (submittedAt?.getTime() ?? 0) : 0;
    return [...own]
      .sort((a, b) => rank(a) - rank(b) || byName.compare(a.shownPath, b.shownPath) || (a.path < b.path ? -1 : 1))
      .map(({ number: _number, ...handIn }, index) => ({ ...handIn, attempt: index + 1 }));
  });
}
