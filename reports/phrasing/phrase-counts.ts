import type { CaseReport } from "../report/report.ts";
import { phraseOutcome } from "./phrase-outcome.ts";

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
