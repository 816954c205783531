import { type Case, caseKey } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { MisconceptionOutcomes } from "../../../reference/misconceptions/misconception.ts";
import { isCompared, type Values } from "./reference-values.ts";
import { toleranceDistance } from "./tolerance-distance.ts";

/** The factor by which the tolerance must exceed the noise, and the signal the tolerance. */
export const spareFactor = 10;

/** A measured distance and where it was found. */
export type Measured = {
  /** In units of the tolerance. */
  readonly distance: number;
  /** Id of the case or misconception. */
  readonly at: string;
};

/** The audit of one exercise's tolerance. */
export type ExerciseAudit = {
  readonly exercise: Exercise;
  /** Cases compared by value; the others have only properties to judge them. */
  readonly compared: number;
  readonly judgedByProperties: number;
  /** The reference's largest disagreement with itself, over the cases. */
  readonly noise: Measured | undefined;
  /** The nearest misconception: the one whose largest distance, over the hidden cases, is the smallest. */
  readonly signal: Measured | undefined;
};

/** The values that an audit compares. */
export type AuditFacts = {
  readonly cases: readonly Case[];
  readonly expected: Values;
  /** The same in other precisions and on other backends. */
  readonly repeated: readonly Values[];
  readonly misconceptions: readonly MisconceptionOutcomes[];
};

/** Measures noise and signal of one exercise in units of its tolerance. */
export function auditExercise(exercise: Exercise, facts: AuditFacts): ExerciseAudit {
  const all = facts.cases.filter((testCase) => testCase.exercise === exercise.id);
  const own = all.filter(isCompared);
  const noises = own.map((testCase) => ({ distance: noiseOf(exercise, testCase, facts), at: testCase.id }));
  const hidden = own.filter(({ visibility }) => visibility === "hidden");
  const signals = facts.misconceptions
    .filter((misconception) => misconception.exercise === exercise.id)
    .map((misconception) => ({ distance: signalOf(exercise, misconception, hidden, facts), at: misconception.id }));
  return {
    exercise,
    compared: own.length,
    judgedByProperties: all.length - own.length,
    noise: noises.reduce<Measured | undefined>(
      (most, next) => (most && most.distance >= next.distance ? most : next),
      undefined,
    ),
    signal:
      own.length === 0
        ? undefined
        : signals.reduce<Measured | undefined>(
            (least, next) => (least && least.distance <= next.distance ? least : next),
            undefined,
          ),
  };
}

/** Violations of the rule; empty where the tolerance is well above the noise and well below the signal. */
export function auditProblems({ noise, signal }: ExerciseAudit): string[] {
  const problems: string[] = [];
  if (noise !== undefined && noise.distance * spareFactor > 1) {
    const amount = noise.distance.toPrecision(2);
    problems.push(`too tight: the reference differs from itself by ${amount} tolerances in ${noise.at}`);
  }
  if (signal !== undefined && signal.distance < spareFactor) {
    const amount = signal.distance.toPrecision(2);
    problems.push(`too wide: ${signal.at} is only ${amount} tolerances off in the hidden cases`);
  }
  return problems;
}

function noiseOf({ comparison }: Exercise, testCase: Case, { expected, repeated }: AuditFacts): number {
  const key = caseKey(testCase);
  const value = expected.get(key);
  const distances = repeated.map((values) => {
    const other = values.get(key);
    return value && other ? toleranceDistance(value, other, comparison) : Number.POSITIVE_INFINITY;
  });
  return Math.max(0, ...distances);
}

/** A misconception that throws, returns no gradable value or changes an input is detected whatever the tolerance. */
function signalOf(
  { comparison }: Exercise,
  { outcomes }: MisconceptionOutcomes,
  cases: readonly Case[],
  { expected }: AuditFacts,
): number {
  const distances = cases.map((testCase) => {
    const [value, outcome] = [expected.get(caseKey(testCase)), outcomes.get(testCase.id)];
    if (value === undefined || outcome === undefined) return 0;
    if (outcome.kind !== "returned" || outcome.changedInput !== undefined) return Number.POSITIVE_INFINITY;
    return toleranceDistance(value, outcome.value, comparison);
  });
  return Math.max(0, ...distances);
}
