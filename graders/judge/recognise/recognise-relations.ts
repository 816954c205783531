import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "./explains.ts";
import {
  recognisePermuted,
  recogniseReversed,
  recogniseShapeOnly,
  recogniseTransposed,
} from "./recognise-arrangement.ts";
import { recogniseClipped, recogniseRepeated, recogniseRounded } from "./recognise-coarse.ts";
import { recogniseEqualsOtherKey, recogniseUnchangedInput } from "./recognise-other-place.ts";
import {
  recogniseAllZero,
  recogniseFactor,
  recogniseFloatPrecision,
  recogniseNegated,
  recogniseOffset,
} from "./recognise-scale.ts";
import { recogniseStepFactor, recogniseStepNegated } from "./recognise-step.ts";
import { recogniseSummedOverAxis } from "./recognise-summed-over-axis.ts";
import type { RelationFacts } from "./relation-facts.ts";

type Recogniser = (facts: RelationFacts) => Finding | undefined;

/**
 * From the most specific to the least: relations that name a place, then those that name a step, then mere patterns.
 */
const recognisers: readonly Recogniser[] = [
  recogniseUnchangedInput,
  recogniseEqualsOtherKey,
  recogniseTransposed,
  recogniseShapeOnly,
  recogniseSummedOverAxis,
  recogniseStepNegated,
  recogniseNegated,
  recogniseStepFactor,
  recogniseFactor,
  recogniseReversed,
  recognisePermuted,
  recogniseAllZero,
  recogniseOffset,
  recogniseRounded,
  recogniseClipped,
  recogniseRepeated,
];

/** Recognisers for values that are almost right: the others would fit only because the values are so close. */
const recognisersOfNearValues: readonly Recogniser[] = [
  recogniseUnchangedInput,
  recogniseStepNegated,
  recogniseStepFactor,
  recogniseRounded,
  recogniseClipped,
  recogniseFloatPrecision,
];

/** Findings that follow from another one and would add nothing. */
const impliedBy: Partial<Record<Finding["code"], readonly Finding["code"][]>> = {
  "shape-only": ["transposed"],
  "summed-over-axis": ["transposed", "shape-only"],
  permuted: ["equals-other-key", "transposed", "negated", "reversed"],
  "float-precision": ["unchanged-input", "step-negated", "step-factor", "rounded", "clipped"],
  rounded: ["unchanged-input", "step-negated", "step-factor", "factor"],
  clipped: ["rounded", "factor"],
  repeated: ["unchanged-input", "factor", "clipped"],
};

const reportedFindings = 3;

/**
 * Recognises how wrong values are related to the right ones. Each relation explains every element, within a tolerance
 * somewhat wider than the comparison's; values that would fit any relation (all zero, all the same) give none.
 *
 * @returns At most three findings, the most specific first.
 */
export function recogniseRelations(facts: RelationFacts): Finding[] {
  const findings: Finding[] = [];
  for (const recognise of isNear(facts) ? recognisersOfNearValues : recognisers) {
    const finding = recognise(facts);
    if (finding === undefined) continue;
    if (findings.some(({ code }) => impliedBy[finding.code]?.includes(code))) continue;
    findings.push(finding);
    if (findings.length === reportedFindings) break;
  }
  return findings;
}

/** Whether the found values are within ten times a relation's tolerance: that would hide its effect. */
function isNear({ expected, actual, tolerance: { relative, floor } }: RelationFacts): boolean {
  const wide = { relative: 10 * relative, floor: 10 * floor };
  return sameShape(expected.shape, actual.shape) && explains(expected.data, actual.data, wide);
}
