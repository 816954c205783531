import type { Case, Expected } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property } from "../../assignments/catalog/property.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseReport } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree } from "./compare/agree.ts";
import { judgeCase, type Verdict } from "./judge-case.ts";
import { otherCases } from "./other-cases.ts";

/** One case of the exercise: what was asked, what is right, what the submission did, and the verdict on it. */
export type DiagnosedCase = {
  readonly testCase: Case;
  readonly expected: Expected;
  readonly run: CaseRun;
  readonly report: CaseReport;
};

/** An exercise that did not pass, and what it may have been done wrong by. */
export type DiagnosedExercise = {
  readonly exercise: Exercise;
  readonly properties: readonly Property[];
  /** Those that were run and judged. */
  readonly cases: readonly DiagnosedCase[];
  /** Those of the exercise. */
  readonly misconceptions: readonly MisconceptionOutcomes[];
};

/**
 * - `same`: the variant did the same.
 * - `alike`: of a case that only properties judge, the variant got the same verdict with other numbers.
 */
export type Match = "same" | "alike" | "different";

/** How a misconception ends in one case, compared with the submission. */
export function matchVariant(
  facts: DiagnosedExercise,
  misconception: MisconceptionOutcomes,
  one: DiagnosedCase,
): Match {
  const outcome = misconception.outcomes.get(one.testCase.id);
  return outcome === undefined ? "different" : matchCase(facts, misconception, one, outcome);
}

function matchCase(
  facts: DiagnosedExercise,
  misconception: MisconceptionOutcomes,
  one: DiagnosedCase,
  outcome: VariantOutcome,
): Match {
  const { run, report, testCase } = one;
  if (run.outcome !== "returned" || outcome.kind !== "returned") {
    return run.outcome === outcome.kind ? "same" : "different";
  }
  // What the submission alone changed may be a second mistake, unless it is all that is wrong.
  const isChangeExplained =
    outcome.changedInput === run.changedInput ||
    (outcome.changedInput === undefined && !isChanged(report.mismatch?.code));
  if (!isChangeExplained || (run.calledAgain ?? "") === report.mismatch?.code) return "different";
  if (report.mismatch?.code === "other-draws" && outcome.nextDraw !== run.nextDraw) return "different";
  if (agree(outcome.value, run.value, facts.exercise.comparison, undefined, "")) return "same";
  if (testCase.judgedBy !== "properties") return "different";
  const verdict = judgeVariant(facts, misconception, one, outcome);
  const property = verdict.is === "property" ? verdict.property.id : undefined;
  const isAlike =
    (verdict.is === "passed") === (report.outcome === "passed") && property === report.mismatch?.property?.id;
  return isAlike ? "alike" : "different";
}

const isChanged = (code: string | undefined): boolean => code === "input-changed" || code === "input-disposed";

/** What the variant would get, were it a submission. */
function judgeVariant(
  { exercise, properties, cases }: DiagnosedExercise,
  { outcomes }: MisconceptionOutcomes,
  { testCase, expected }: DiagnosedCase,
  outcome: Extract<VariantOutcome, { kind: "returned" }>,
): Verdict {
  const others = otherCases(testCase, cases).flatMap(({ testCase: { id, args } }) => {
    const other = outcomes.get(id);
    return other?.kind === "returned" ? [{ args, actual: other.value }] : [];
  });
  return judgeCase({ exercise, expected, properties, others }, testCase, runOf(testCase, outcome));
}

function runOf(
  { exercise, id: caseId }: Case,
  { kind, ...returned }: Extract<VariantOutcome, { kind: "returned" }>,
): CaseRun {
  return { exercise, caseId, console: "", outcome: kind, ...returned };
}
