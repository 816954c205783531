import { atOnce, inTurns, type Steps } from "../../assignments/steps/in-turns.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import type { Diagnosis, ExerciseReport } from "../../reports/report/report.ts";
import { agree } from "./compare/agree.ts";
import { type DiagnosedCase, type DiagnosedExercise, isOnlyBroken, type Match, matchVariant } from "./match-variant.ts";

/** The misconceptions of one exercise and what they do in the cases that were run. */
export type OutcomesOf = (exercise: string) => Promise<readonly MisconceptionOutcomes[]>;

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
  const found = matches.filter(({ match }) => match === best).map(({ misconception }) => misconception);
  const others = misconceptions.filter((one) => !found.includes(one));
  const diagnoses: Diagnosis[] = [];
  for (const misconception of found) {
    yield;
    const { id, name, explanation, language } = misconception;
    const isPossible = !isProven(facts, misconception, others);
    diagnoses.push({ id, name, explanation, ...(language && { language }), ...(isPossible && { isPossible }) });
  }
  return diagnoses;
}

/** Cases that must tell a misconception from each other cause. */
const leastEvidence = 2;

/**
 * Whether at least two failing cases have the misconception's own numbers, and at least two tell it from each other one. Where it gives the
 * right answer, or only breaks the same property, a case says nothing.
 */
function isProven(
  facts: DiagnosedExercise,
  misconception: MisconceptionOutcomes,
  others: readonly MisconceptionOutcomes[],
): boolean {
  const evidence = facts.cases.filter(
    (one) =>
      one.run.outcome === "returned" &&
      one.report.outcome === "wrong" &&
      matchVariant(facts, misconception, one) === "same",
  );
  // Cases with the same numbers say no more than one of them.
  if (!evidence.some((one) => evidence[0] !== undefined && !returnedSame(facts, evidence[0], one))) return false;
  return others.every((other) => {
    let different = 0;
    for (const one of facts.cases) {
      if (matchVariant(facts, other, one) !== "same") different += 1;
      if (different >= leastEvidence) return true;
    }
    return false;
  });
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
    const match = matchVariant(further, misconception, one);
    if (one.report.outcome !== "passed") balance += match === "different" ? -1 : 1;
    else if (match === "different") return true;
  }
  return balance < 0;
}

function returnedSame({ exercise }: DiagnosedExercise, one: DiagnosedCase, other: DiagnosedCase): boolean {
  if (one.run.outcome !== "returned" || other.run.outcome !== "returned") return false;
  return agree(one.run.value, other.run.value, exercise.comparison, undefined, "");
}

/**
 * How a misconception matches in all cases. To be broken in other places and right elsewhere is no evidence: one case must have wrong
 * numbers in common, unless all are broken in the same places.
 */
function matchAll(facts: DiagnosedExercise, misconception: MisconceptionOutcomes): Match {
  const found = new Set<Match>();
  const told: DiagnosedCase[] = [];
  for (const one of facts.cases) {
    const match = matchVariant(facts, misconception, one);
    if (match === "different") return match;
    found.add(match);
    if (match !== "broken" && one.report.outcome === "wrong") told.push(one);
  }
  if (!found.has("broken")) return found.has("alike") ? "alike" : "same";
  return told.some((one) => !isOnlyBroken(one, facts.exercise)) ? "alike" : "different";
}
