import type { Case } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseReport, Diagnosis } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree } from "./compare/agree.ts";
import { atOnce, type Steps } from "./in-turns.ts";
import { judgeCase } from "./judge-case.ts";
import { otherCases } from "./other-cases.ts";

/** One case of the exercise: what was asked, what is right, what the submission did, and the verdict on it. */
export type DiagnosedCase = {
  readonly testCase: Case;
  /** What the reference returns. */
  readonly expected: Value;
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
type Match = "same" | "alike" | "different";

/**
 * The misconceptions under which every case ends as it did in the submission: the same value within tolerance, or both
 * threw, or both returned something ungradable; and where the variant changes an input, the submission changed the same.
 * One of the failing cases must have returned: that both throw says nothing of the reason. Those that agree in numbers
 * everywhere come before those that only get the same verdicts from properties.
 *
 * @returns None where every case passed; several where the cases do not tell them apart.
 */
export function diagnose(facts: DiagnosedExercise): Diagnosis[] {
  return atOnce(diagnosing(facts));
}

/** {@link diagnose}, misconception by misconception. */
export function* diagnosing(facts: DiagnosedExercise): Steps<Diagnosis[]> {
  const { cases, misconceptions } = facts;
  if (!cases.some(({ report, run }) => report.outcome === "wrong" && run.outcome === "returned")) return [];
  const matches: { readonly misconception: MisconceptionOutcomes; readonly match: Match }[] = [];
  for (const misconception of misconceptions) {
    yield;
    matches.push({ misconception, match: matchAll(facts, misconception) });
  }
  const best = matches.some(({ match }) => match === "same") ? "same" : "alike";
  return matches
    .filter(({ match }) => match === best)
    .map(({ misconception: { id, name, explanation } }) => ({ id, name, explanation }));
}

/**
 * Whether further cases speak against a misconception that some cases point to. A wrong solution seldom is ours to the last
 * corner (a tie, a label of 0), so one that fails in another way there is still the same mistake. It is another one where a
 * case passes that the misconception gets wrong, or where it explains fewer of the further failing cases than it leaves open.
 * @param further The facts of the cases that it was not found by.
 * @param id Of a misconception among the facts.
 */
export function isContradicted(further: DiagnosedExercise, id: string): boolean {
  const misconception = further.misconceptions.find((one) => one.id === id);
  if (misconception === undefined) return true;
  let balance = 0;
  for (const one of further.cases) {
    const outcome = misconception.outcomes.get(one.testCase.id);
    const match = outcome === undefined ? "different" : matchCase(further, misconception, one, outcome);
    if (one.report.outcome !== "passed") balance += match === "different" ? -1 : 1;
    else if (match === "different") return true;
  }
  return balance < 0;
}

function matchAll(facts: DiagnosedExercise, misconception: MisconceptionOutcomes): Match {
  let whole: Match = "same";
  for (const one of facts.cases) {
    const outcome = misconception.outcomes.get(one.testCase.id);
    const match = outcome === undefined ? "different" : matchCase(facts, misconception, one, outcome);
    if (match === "different") return match;
    if (match === "alike") whole = match;
  }
  return whole;
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
    (outcome.changedInput === undefined && report.mismatch?.code !== "input-changed");
  if (!isChangeExplained || report.mismatch?.code === "state-kept") return "different";
  if (agree(outcome.value, run.value, facts.exercise.comparison, undefined, "")) return "same";
  if (testCase.judgedBy !== "properties") return "different";
  const verdict = judgeVariant(facts, misconception, one, outcome);
  const isAlike =
    verdict.outcome === report.outcome && verdict.mismatch?.property?.id === report.mismatch?.property?.id;
  return isAlike ? "alike" : "different";
}

/** What the variant would get, were it a submission. */
function judgeVariant(
  { exercise, properties, cases }: DiagnosedExercise,
  { outcomes }: MisconceptionOutcomes,
  { testCase, expected }: DiagnosedCase,
  outcome: Extract<VariantOutcome, { kind: "returned" }>,
): CaseReport {
  const others = otherCases(testCase, cases).flatMap(({ testCase: { id, args } }) => {
    const other = outcomes.get(id);
    return other?.kind === "returned" ? [{ args, actual: other.value }] : [];
  });
  return judgeCase({ exercise, expected, properties, others }, testCase, runOf(testCase, outcome));
}

function runOf(
  { exercise, id: caseId }: Case,
  { value, changedInput }: Extract<VariantOutcome, { kind: "returned" }>,
): CaseRun {
  const run = { exercise, caseId, console: "", outcome: "returned", value } as const;
  return changedInput === undefined ? run : { ...run, changedInput };
}
