import type { CaseReport } from "../report/report.ts";
import { phraseCounts } from "./phrase-counts.ts";

/**
 * How the hidden cases of an exercise ended, by class only: `Hidden cases: 2 of 6 passed; 3 wrong, 1 out of time.`
 * @param cases All cases of the exercise.
 * @returns null if none is hidden.
 */
export function phraseHidden(cases: readonly CaseReport[]): string | null {
  const hidden = cases.filter(({ visibility }) => visibility === "hidden");
  if (hidden.length === 0) return null;
  const passed = hidden.filter(({ outcome }) => outcome === "passed").length;
  if (passed === hidden.length) return `Hidden cases: all ${passed} passed.`;
  return `Hidden cases: ${passed} of ${hidden.length} passed; ${phraseCounts(hidden)}.`;
}
