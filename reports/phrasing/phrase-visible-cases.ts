import type { CaseReport, ExerciseReport, Report } from "../report/report.ts";

/** Passed and all. */
export type CaseCount = { readonly passed: number; readonly total: number };

/** Whether a report is of the visible cases alone, as at the desk: its points are not those that the student will get. */
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
  return `Visible cases: ${passed} of ${total} pass`;
}

/** What stands beside an exercise of a check in place of points: `2 of 3 cases`; "" where none was run. */
export function phraseCaseCount({ passed, total }: CaseCount): string {
  if (total === 0) return "";
  return `${passed} of ${total} ${total === 1 ? "case" : "cases"}`;
}

/** What a check does not tell. */
export const hiddenCountToo = "Hidden cases count too; they are run when your work is graded. This is not a mark.";
