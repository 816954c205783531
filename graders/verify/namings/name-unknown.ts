import { type Case, caseKey, type Expected } from "../../../assignments/catalog/case.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../../reference/misconceptions/misconception.ts";
import { misconceptionOutcomes } from "../../../reference/misconceptions/misconception-outcomes.ts";
import { expectedValues } from "../../../reference/oracle/oracle.ts";
import type { Diagnosis } from "../../../reports/report/report.ts";

import { diagnose } from "../../judge/diagnose.ts";
import { judgeCase, reportCase } from "../../judge/judge-case.ts";
import { type DiagnosedCase, type DiagnosedExercise, matchVariant } from "../../judge/match-variant.ts";
import { otherCases } from "../../judge/other-cases.ts";
import { runOfVariant } from "../../judge/run-of-variant.ts";
import { type Subject, verifySeeds } from "../subject/subject.ts";

/** A mistake that was named as another one. */
export type Naming = {
  readonly exercise: string;
  /** What it is. */
  readonly mistake: string;
  /** Id of the misconception that was named as probable. */
  readonly named: string;
  /** Whether the two do the same in the cases of another seed as well. */
  readonly isTrue: boolean;
};

/** How many mistakes were diagnosed, and what they were named. */
export type Named = {
  readonly count: number;
  readonly byExercise: ReadonlyMap<string, number>;
  readonly namings: readonly Naming[];
};

/** Everything about the cases of one seed. */
type Ground = {
  readonly cases: readonly Case[];
  readonly expected: ReadonlyMap<string, Expected>;
  readonly misconceptions: readonly MisconceptionOutcomes[];
};

/**
 * Diagnoses each misconception by all others, as if it were not known itself, by all cases and by the visible ones alone; without a
 * sandbox.
 */
export async function nameUnknown(subject: Subject, exercises: readonly Exercise[]): Promise<Named> {
  const ids = exercises.map(({ id }) => id);
  const first = await groundOf(subject, ids, verifySeeds.first);
  const other = await groundOf(subject, ids, verifySeeds.other);
  const namings = exercises.flatMap((exercise) =>
    first.misconceptions
      .filter((unknown) => unknown.exercise === exercise.id)
      .flatMap((unknown) => namingOf(subject, exercise, unknown, first, other)),
  );
  const groups = Map.groupBy(first.misconceptions, ({ exercise }) => exercise);
  return {
    count: first.misconceptions.length,
    byExercise: new Map([...groups].map(([id, own]) => [id, own.length])),
    namings,
  };
}

async function groundOf(subject: Subject, exercises: readonly string[], seed: number): Promise<Ground> {
  const { assignment, secret, cacheDirectory, referenceFile, misconceptionsFile } = subject;
  const cases = generateCases(assignment, { visibility: "all", seed, secret, exercises: [...exercises] });
  const cached = (name: string) => ({ seed, cache: openCache(name, cacheDirectory) });
  const { values } = await expectedValues(assignment, cases, { ...cached("expected"), referenceFile });
  const misconceptions = await misconceptionOutcomes(assignment, cases, {
    ...cached("misconceptions"),
    misconceptionsFile,
  });
  return { cases, expected: values, misconceptions };
}

function namingOf(
  subject: Subject,
  exercise: Exercise,
  unknown: MisconceptionOutcomes,
  first: Ground,
  other: Ground,
): Naming[] {
  const all = factsOf(subject, exercise, unknown, first);
  const visible = all.cases.filter(({ testCase }) => testCase.visibility === "visible");
  const again = factsOf(subject, exercise, unknown, other);
  const named = new Set([all, { ...all, cases: visible }].flatMap((facts) => probable(diagnose(facts)) ?? []));
  return [...named].map((id) => {
    const known = again.misconceptions.find((one) => one.id === id);
    const isTrue = known !== undefined && again.cases.every((one) => matchVariant(again, known, one) === "same");
    return { exercise: exercise.id, mistake: unknown.id, named: id, isTrue };
  });
}

/** The one mistake that is said to be probable. */
export function probable([only, ...others]: readonly Diagnosis[]): string | undefined {
  return only === undefined || others.length > 0 || only.isPossible ? undefined : only.id;
}

/** The unknown misconception as a submission, and all others of its exercise as what is known. */
function factsOf(
  { assignment }: Subject,
  exercise: Exercise,
  { id }: MisconceptionOutcomes,
  { cases: all, expected, misconceptions }: Ground,
): DiagnosedExercise {
  const properties = assignment.properties[exercise.id] ?? [];
  const own = misconceptions.filter((one) => one.exercise === exercise.id);
  const outcomes = own.find((one) => one.id === id)?.outcomes ?? new Map<string, VariantOutcome>();
  const runs = all
    .filter((testCase) => testCase.exercise === exercise.id)
    .flatMap((testCase) => {
      const [outcome, right] = [outcomes.get(testCase.id), expected.get(caseKey(testCase))];
      return outcome === undefined || right === undefined
        ? []
        : [{ testCase, right, run: runOfVariant(testCase, outcome) }];
    });
  const returned = runs.flatMap(({ testCase, run }) =>
    run.outcome === "returned" ? [{ testCase, args: testCase.args, actual: run.value }] : [],
  );
  const cases = runs.map(({ testCase, right, run }): DiagnosedCase => {
    const standard = { exercise, expected: right, properties, others: otherCases(testCase, returned) };
    const report = reportCase(standard, testCase, run, judgeCase(standard, testCase, run));
    return { testCase, expected: right, run, report };
  });
  return { exercise, properties, cases, misconceptions: own.filter((one) => one.id !== id) };
}
