import type { Case, Expected } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseReport } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree } from "./compare/agree.ts";
import { sameShape } from "./compare/numeric-block.ts";
import { remembered } from "./compare/remembered.ts";
import { appliedAtol, withinTolerance } from "./compare/tolerance.ts";
import { judgeCase, type Verdict } from "./judge-case.ts";
import { otherCases } from "./other-cases.ts";
import { leavesOf } from "./recognise/relation-facts.ts";

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
 * - `alike`: of a case that only properties judge, the variant got the same verdict with other numbers; or both are not finite
 *   somewhere, and agree where they are.
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
  if (areBrokenAlike(outcome.value, run.value, facts.exercise)) return "alike";
  if (testCase.judgedBy !== "properties") return "different";
  const verdict = judgeVariant(facts, misconception, one, outcome);
  const property = verdict.is === "property" ? verdict.property.id : undefined;
  const isAlike =
    (verdict.is === "passed") === (report.outcome === "passed") && property === report.mismatch?.property?.id;
  return isAlike ? "alike" : "different";
}

/**
 * Whether two values are not finite somewhere, and agree wherever both are: a division by 0 spreads in another way through each way to
 * write a formula.
 */
function areBrokenAlike(one: Value, other: Value, { comparison: { rtol, atol } }: Exercise): boolean {
  if (!isBroken(one) || !isBroken(other)) return false;
  const [left, right] = [leavesOf(one), leavesOf(other)];
  if (left.length < 2 || left.length !== right.length) return false;
  return left.every(({ path, block }, i) => {
    const found = right[i];
    if (found === undefined || found.path !== path || !sameShape(block.shape, found.block.shape)) return false;
    const known = Array.from(block.data, (wanted, k) => [wanted, found.block.data[k] ?? Number.NaN] as const).filter(
      ([wanted, actual]) => Number.isFinite(wanted) && Number.isFinite(actual),
    );
    const applied = appliedAtol(
      Float64Array.from(known, ([wanted]) => wanted),
      atol,
    );
    return known.every(([wanted, actual]) => withinTolerance(wanted, actual, rtol, applied));
  });
}

const isBroken = remembered((value: Value): boolean => leavesOf(value).some(({ block }) => !areFinite(block.data)));

function areFinite(data: ArrayLike<number>): boolean {
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) return false;
  return true;
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
