import { type Case, type CaseKey, caseKey, type Expected } from "../../assignments/catalog/case.ts";
import type { Asked } from "../../assignments/catalog/handout.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Properties } from "../../assignments/catalog/property.ts";
import type { Report } from "../../reports/report/report.ts";
import type { SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { remembered } from "./compare/remembered.ts";

/** What all submissions of a session are judged by. */
export type GradingBasis = {
  readonly exercises: readonly Exercise[];
  readonly cases: readonly Case[];
  readonly expected: ReadonlyMap<CaseKey, Expected>;
  readonly properties: Properties;
  /** Ids of the exercises whose titles and hints are in English, though the reports are not. */
  readonly inEnglish?: ReadonlySet<string>;
  /** What the handout asks, by exercise. */
  readonly asked?: ReadonlyMap<string, Asked>;
  /** Fields that are the same in every report. */
  readonly common: Omit<Report, "submission" | "score" | "maxScore" | "status" | "message" | "exercises">;
};

/** A case, and what is right in it where that is known. */
export type KnownCase = { readonly testCase: Case; readonly expected: Expected | undefined };

/** The cases of a basis by the id of their exercise. */
export const casesByExercise = remembered(({ cases, expected }: GradingBasis): ReadonlyMap<string, KnownCase[]> => {
  const known = cases.map((testCase) => ({ testCase, expected: expected.get(caseKey(testCase)) }));
  return Map.groupBy(known, ({ testCase }) => testCase.exercise);
});

/** Of a basis, what a run tells of: one that stopped early is judged by the cases that it came to. */
export function basisOfRun(basis: GradingBasis, run: SubmissionRun): GradingBasis {
  if (!run.loaded) return basis;
  const ran = new Set(run.cases.map((caseRun) => caseKey(caseRun)));
  const cases = basis.cases.filter((testCase) => ran.has(caseKey(testCase)));
  const exercises = basis.exercises.filter(({ id }) => cases.some(({ exercise }) => exercise === id));
  return { ...basis, exercises, cases };
}
