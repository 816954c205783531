import { message } from "../messages/message.ts";
import type { CaseReport, ExerciseReport, Report } from "../report/report.ts";

/** A class of outcome in a word or two, for tables and counts: `out of time`. */
export const phraseOutcome = (outcome: CaseReport["outcome"]): string => message(`outcome.${outcome}`);

/**
 * How the cases that did not pass ended, counted by class in order of first appearance: `3 wrong, 1 out of time`.
 * Uses the class of the outcome only, so it may speak of hidden cases.
 * @returns "" if every case passed.
 */
export function phraseCounts(cases: readonly CaseReport[]): string {
  const counts = new Map<CaseReport["outcome"], number>();
  for (const { outcome } of cases) if (outcome !== "passed") counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${phraseOutcome(outcome)}`).join(", ");
}

/**
 * How the hidden cases of an exercise ended, by class only: `Hidden cases: 2 of 6 passed; 3 wrong, 1 out of time.`
 * @param cases All cases of the exercise.
 * @returns null if none is hidden.
 */
export function phraseHidden(cases: readonly CaseReport[]): string | null {
  const hidden = cases.filter(({ visibility }) => visibility === "hidden");
  if (hidden.length === 0) return null;
  const passed = hidden.filter(({ outcome }) => outcome === "passed").length;
  if (passed === hidden.length) return message("cases.all-hidden-passed", { passed });
  return message("cases.hidden", { passed, total: hidden.length, counts: phraseCounts(hidden) });
}

/** Passed and all. */
export type CaseCount = { readonly passed: number; readonly total: number };

/** Whether a report covers only the visible cases, as `check` does: its points are not those of the graded work. */
export function isCheck({ visibility }: Pick<Report, "visibility">): boolean {
  return visibility === "visible";
}

/** How many cases of some exercises passed. */
export function countCases(exercises: readonly Pick<ExerciseReport, "cases">[]): CaseCount {
  const outcomes: CaseReport["outcome"][] = exercises.flatMap(({ cases }) => cases.map(({ outcome }) => outcome));
  return { passed: outcomes.filter((outcome) => outcome === "passed").length, total: outcomes.length };
}

/** The head of a check: `Visible cases: 21 of 25 pass`. */
export function phraseVisibleCases({ passed, total }: CaseCount): string {
  return message("cases.visible", { passed, total });
}

/** Shown beside an exercise of a check instead of points: `2 of 3 cases`; "" where none was run. */
export function phraseCaseCount({ passed, total }: CaseCount): string {
  return total === 0 ? "" : message("cases.passed-of", { passed, total });
}

/** What a check does not show. */
export const hiddenCasesNote = (): string => message("cases.hidden-note");
