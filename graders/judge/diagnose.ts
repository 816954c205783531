import type { Case, Expected } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property } from "../../assignments/catalog/property.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseReport, Diagnosis, ExerciseReport } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree } from "./compare/agree.ts";
import { atOnce, inTurns, type Steps } from "./in-turns.ts";
import { judgeCase, type Verdict } from "./judge-case.ts";
import { otherCases } from "./other-cases.ts";

/** The misconceptions of one exercise and what they do in the cases that were run. */
export type OutcomesOf = (exercise: string) => Promise<readonly MisconceptionOutcomes[]>;

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
type Match = "same" | "alike" | "different";

/** What a report says of the reasons of an exercise's failure. */
type Diagnoses = Pick<ExerciseReport, "misconceptions" | "diagnoses" | "visibleDiagnoses">;

/**
 * The misconceptions that a failing exercise follows in every case; where there is none, those that it follows in every visible case
 * without a hidden one that speaks against it; and beside them those of the visible cases alone, which is all that a student may be told.
 * @param outcomesOf Asked only where something returned a wrong value.
 * @returns undefined where no misconception is found.
 */
export async function diagnoseExercise(
  judged: Omit<DiagnosedExercise, "misconceptions">,
  outcomesOf: OutcomesOf,
): Promise<Diagnoses | undefined> {
  if (!judged.cases.some(({ report }) => report.outcome === "wrong")) return undefined;
  return inTurns(diagnosingExercise({ ...judged, misconceptions: await outcomesOf(judged.exercise.id) }));
}

function* diagnosingExercise(facts: DiagnosedExercise): Steps<Diagnoses | undefined> {
  const visible = facts.cases.filter(({ testCase }) => testCase.visibility === "visible");
  const hidden = { ...facts, cases: facts.cases.filter((one) => !visible.includes(one)) };
  const visibleDiagnoses = yield* diagnosing({ ...facts, cases: visible });
  const everywhere = yield* diagnosing(facts);
  const diagnoses =
    everywhere.length > 0 ? everywhere : visibleDiagnoses.filter(({ id }) => !isContradicted(hidden, id));
  if (diagnoses.length === 0 && visibleDiagnoses.length === 0) return undefined;
  return {
    misconceptions: diagnoses.map(({ id }) => id),
    ...(diagnoses.length > 0 && { diagnoses }),
    ...(visibleDiagnoses.length > 0 && { visibleDiagnoses }),
  };
}

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
function* diagnosing(facts: DiagnosedExercise): Steps<Diagnosis[]> {
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
