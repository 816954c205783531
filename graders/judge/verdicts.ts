import type { Case } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { casesByExercise, type GradingBasis, type KnownCase } from "./grading-basis.ts";
import { judgeCase, type Standard, type Verdict } from "./judge-case.ts";
import { otherCases } from "./other-cases.ts";

/** A case of an exercise, what the submission did in it, and the verdict; or why there is none, by our own fault. */
export type JudgedCase = { readonly testCase: Case } & (
  | { readonly run: CaseRun; readonly standard: Standard; readonly verdict: Verdict }
  | { readonly run?: undefined; readonly cause: string }
);

type Kept = { readonly verdict: Verdict; readonly others: Standard["others"] };

/**
 * The verdicts on the replies of one submission. The pool asks for them while the submission runs, the report afterwards; each reply is
 * judged once.
 */
export class Verdicts {
  readonly #basis: GradingBasis;
  readonly #kept = new Map<CaseRun, Kept>();

  constructor(basis: GradingBasis) {
    this.#basis = basis;
  }

  /**
   * Whether a function did right in the cases that were run of it, case by case.
   * @param exercise Id.
   * @param runs Of this exercise.
   */
  *allPass(exercise: string, runs: readonly CaseRun[]): Steps<boolean> {
    const found = this.#basis.exercises.find(({ id }) => id === exercise);
    if (found === undefined) return false;
    const ran = new Map(runs.map((run) => [run.caseId, run]));
    const own = (casesByExercise(this.#basis).get(exercise) ?? []).filter(({ testCase }) => ran.has(testCase.id));
    for (const judged of this.#judging(found, own, ran)) {
      yield;
      if (judged.run === undefined || judged.verdict.is !== "passed") return false;
    }
    return true;
  }

  /**
   * Judges the cases of an exercise, case by case.
   * @param known Those that are to be judged: of a run that stopped early not all.
   * @param runs By the ids of the cases.
   */
  *of(exercise: Exercise, known: readonly KnownCase[], runs: ReadonlyMap<string, CaseRun>): Steps<JudgedCase[]> {
    const judged: JudgedCase[] = [];
    for (const one of this.#judging(exercise, known, runs)) {
      yield;
      judged.push(one);
    }
    return judged;
  }

  *#judging(exercise: Exercise, own: readonly KnownCase[], runs: ReadonlyMap<string, CaseRun>): Generator<JudgedCase> {
    const properties = this.#basis.properties[exercise.id] ?? [];
    // Nothing but a property looks at other cases.
    const returned = properties.length === 0 ? [] : returnedIn(own, runs);
    for (const { testCase, expected } of own) {
      const run = runs.get(testCase.id);
      if (expected === undefined) yield { testCase, cause: "no expected value" };
      else if (run === undefined) yield { testCase, cause: "no result from the sandbox" };
      else {
        const standard = { exercise, expected, properties, others: otherCases(testCase, returned) };
        yield { testCase, run, standard, verdict: this.#verdict(standard, testCase, run) };
      }
    }
  }

  #verdict(standard: Standard, testCase: Case, run: CaseRun): Verdict {
    const kept = this.#kept.get(run);
    if (kept !== undefined && isStillSo(kept, standard)) return kept.verdict;
    const verdict = judgeCase(standard, testCase, run);
    this.#kept.set(run, { verdict, others: standard.others });
    return verdict;
  }
}

/** The calls that returned, as a property sees them. */
function returnedIn(own: readonly KnownCase[], runs: ReadonlyMap<string, CaseRun>) {
  return own.flatMap(({ testCase }) => {
    const run = runs.get(testCase.id);
    return run?.outcome === "returned" ? [{ testCase, args: testCase.args, actual: run.value }] : [];
  });
}

/** What a property says may follow from what the function returned elsewhere, of which there may be more by now. */
function isStillSo({ others }: Kept, now: Standard): boolean {
  if (now.properties.length === 0) return true;
  return others.length === now.others.length && others.every(({ actual }, i) => actual === now.others[i]?.actual);
}
