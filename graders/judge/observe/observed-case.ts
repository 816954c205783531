import type { Case, Expected } from "../../../assignments/catalog/case.ts";
import type { CaseReport, Observation } from "../../../reports/report/report.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";

/** A case of an exercise, what is right in it, and what became of it. */
export type ObservedCase = {
  readonly testCase: Case;
  readonly expected: Expected;
  readonly run: CaseRun;
  readonly report: CaseReport;
};

/** An observation before it is said of which cases it was made. */
export type Observed = Omit<Observation, "among">;

/** Whether a case tells something of the submission's mistake: of one that ran out of time nothing is known. */
export const isConclusive = ({ report: { outcome } }: ObservedCase): boolean =>
  outcome === "passed" || outcome === "wrong" || outcome === "threw" || outcome === "bad-value";
