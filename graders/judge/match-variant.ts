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
import { leafAt, leavesOf } from "./recognise/relation-facts.ts";

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
 *   somewhere, and agree where they are, in a wrong number too.
 * - `broken`: both are not finite somewhere, and all that they have in common beside that is right.
 */
export type Match = "same" | "alike" | "broken" | "different";

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
  const { run, report, testCase, expected } = one;
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
  const broken = matchBroken(outcome.value, run.value, expected.value, facts.exercise);
  if (broken !== undefined) return broken;
  if (testCase.judgedBy !== "properties") return "different";
  const verdict = judgeVariant(facts, misconception, one, outcome);
  const property = verdict.is === "property" ? verdict.property.id : undefined;
  const isAlike =
    (verdict.is === "passed") === (report.outcome === "passed") && property === report.mismatch?.property?.id;
  return isAlike ? "alike" : "different";
}

/**
 * How two values match that are not finite somewhere, and agree wherever both are: a division by 0 spreads in another way through each way
 * to write a formula. Where they agree in right numbers alone, each may be broken for a reason of its own.
 * @param right What is expected.
 * @returns undefined where they do not.
 */
function matchBroken(
  one: Value,
  other: Value,
  right: Value,
  { comparison: { rtol, atol } }: Exercise,
): "alike" | "broken" | undefined {
  if (!isBroken(one) || !isBroken(other)) return undefined;
  const [left, found] = [leavesOf(one), leavesOf(other)];
  if (left.length < 2 || left.length !== found.length) return undefined;
  let match: "alike" | "broken" = "broken";
  for (const [i, { path, block }] of left.entries()) {
    const actual = found[i];
    if (actual === undefined || actual.path !== path || !sameShape(block.shape, actual.block.shape)) return undefined;
    const both = Array.from(block.data.keys()).filter(
      (k) => Number.isFinite(block.data[k]) && Number.isFinite(actual.block.data[k]),
    );
    const agreeWith = (wanted: ArrayLike<number>): boolean => {
      const at = (values: ArrayLike<number>, k: number) => values[k] ?? Number.NaN;
      const applied = appliedAtol(
        Float64Array.from(both, (k) => at(wanted, k)),
        atol,
      );
      return both.every((k) => withinTolerance(at(wanted, k), at(actual.block.data, k), rtol, applied));
    };
    if (!agreeWith(block.data)) return undefined;
    if (!agreeWith(leafAt(right, path)?.data ?? [])) match = "alike";
  }
  return match;
}

/**
 * Whether all that is wrong with a result is that it is not finite somewhere, which says little of where that comes from.
 */
export function isOnlyBroken(
  { run, report, expected }: DiagnosedCase,
  { comparison: { rtol, atol } }: Exercise,
): boolean {
  if (run.outcome !== "returned" || report.mismatch?.code !== "non-finite") return false;
  return leavesOf(expected.value).every(({ path, block }) => {
    const applied = appliedAtol(block.data, atol);
    const found = leafAt(run.value, path)?.data ?? [];
    return found.every(
      (actual, i) => !Number.isFinite(actual) || withinTolerance(block.data[i] ?? Number.NaN, actual, rtol, applied),
    );
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
