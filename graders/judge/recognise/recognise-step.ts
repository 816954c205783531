import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { remembered } from "../compare/remembered.ts";
import { allZero, explains, largestMagnitude } from "./explains.ts";
import { fitFactor } from "./factors.ts";
import { matchingInput, type RelationFacts } from "./relation-facts.ts";

/** An update's step is the expected one times a constant, such as 1/learningRate if the learning rate was left out. */
export function recogniseStepFactor(facts: RelationFacts): Finding | undefined {
  const step = updateStep(facts);
  if (step === undefined) return undefined;
  const fitted = fitFactor(step.expected, step.actual, facts.factors, facts.tolerance, step.slack);
  return fitted === undefined ? undefined : { code: "step-factor", ...fitted };
}

/** An update has the right size but the opposite direction: `+` where `-` belongs. */
export function recogniseStepNegated(facts: RelationFacts): Finding | undefined {
  const step = updateStep(facts);
  if (step === undefined) return undefined;
  const negated = step.expected.map((value) => -value);
  return explains(negated, step.actual, facts.tolerance, step.slack) ? { code: "step-negated" } : undefined;
}

/** What an update added to an input: expected and actual. */
type UpdateStep = {
  readonly expected: Float64Array;
  readonly actual: Float64Array;
  /** Rounding error of a step's element, which is a difference of float32 values. */
  readonly slack: number;
};

/** Unit roundoff of float32, doubled for each of the two roundings. */
const roundingShare = 2 ** -22;

/**
 * The step of an update: result minus the input that it is a new version of.
 *
 * @returns Undefined if there is no such input, if it is zero (then the step is the value), or if the step is too small
 * to be distinguished from the values' rounding.
 */
const updateStep = remembered((facts: RelationFacts): UpdateStep | undefined => {
  const before = matchingInput(facts)?.block;
  if (before === undefined || !sameShape(before.shape, facts.expected.shape)) return undefined;
  if (!sameShape(before.shape, facts.actual.shape) || allZero(before.data)) return undefined;
  const minusBefore = (value: number, i: number) => value - (before.data[i] ?? 0);
  const expected = new Float64Array(facts.expected.data).map(minusBefore);
  const slack = roundingShare * Math.max(largestMagnitude(before.data), largestMagnitude(facts.actual.data));
  if (!(largestMagnitude(expected) > 100 * slack)) return undefined;
  return { expected, actual: new Float64Array(facts.actual.data).map(minusBefore), slack };
});
