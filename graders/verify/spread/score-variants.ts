import { type Case, caseKey, type Expected } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { Property } from "../../../assignments/catalog/property.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../../reference/misconceptions/misconception.ts";
import { judgeCase } from "../../judge/judge-case.ts";
import { otherCases } from "../../judge/other-cases.ts";
import { scoreExercise } from "../../judge/score-exercise.ts";

/** What an exercise's cases are judged by. */
export type Judging = {
  readonly exercise: Exercise;
  readonly properties: readonly Property[];
  readonly cases: readonly Case[];
  /** By `caseKey`. */
  readonly expected: ReadonlyMap<string, Expected>;
};

/** The points that a wrong variant, handed in like a submission, would get for its exercise; computed without a sandbox. */
export function scoreVariant(judging: Judging, { outcomes }: MisconceptionOutcomes): number {
  const { exercise, cases } = judging;
  const outcomeOf = (testCase: Case): ReturnType<typeof judged> => judged(judging, testCase, outcomes);
  return scoreExercise(
    exercise,
    cases.map((testCase) => ({ visibility: testCase.visibility, outcome: outcomeOf(testCase) })),
  ).score;
}

function judged(
  { exercise, properties, cases, expected: all }: Judging,
  testCase: Case,
  outcomes: MisconceptionOutcomes["outcomes"],
): "passed" | "wrong" | "threw" {
  const [outcome, expected] = [outcomes.get(testCase.id), all.get(caseKey(testCase))];
  if (outcome?.kind !== "returned" || expected === undefined) return "threw";
  const returned = cases.flatMap((one) => {
    const other = outcomes.get(one.id);
    return other?.kind === "returned" ? [{ testCase: one, args: one.args, actual: other.value }] : [];
  });
  const others = otherCases(testCase, returned);
  const verdict = judgeCase({ exercise, expected, properties, others }, testCase, runOf(testCase, outcome));
  return verdict.is === "passed" ? "passed" : "wrong";
}

function runOf({ exercise, id: caseId }: Case, { kind, ...returned }: Extract<VariantOutcome, { kind: "returned" }>) {
  return { exercise, caseId, console: "", outcome: kind, ...returned };
}
