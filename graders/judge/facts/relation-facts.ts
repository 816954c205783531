import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { appliedAtol } from "../compare/applied-atol.ts";
import type { CompareContext } from "../compare/compare-context.ts";
import type { NumericBlock } from "../compare/numeric-block.ts";
import { memberPath } from "../compare/path.ts";
import { largestMagnitude, type RelationTolerance } from "./explains.ts";
import { type NamedFactor, namedFactors } from "./named-factors.ts";
import { type NumericLeaf, numericLeaves } from "./numeric-leaves.ts";

/** What the recognisers look at: one wrong tensor, and everything it may be related to. */
export type RelationFacts = {
  /** Where in the result the wrong tensor is. */
  readonly path: string;
  readonly expected: NumericBlock;
  readonly actual: NumericBlock;
  /** All expected leaves of the result, the wrong one's included. */
  readonly results: readonly NumericLeaf[];
  /** All leaves of the arguments; paths begin with the argument's name. */
  readonly inputs: readonly NumericLeaf[];
  readonly factors: readonly NamedFactor[];
  /** Relative tolerance of the comparison. */
  readonly rtol: number;
  /** How exactly a relation must explain the found values. */
  readonly tolerance: RelationTolerance;
};

/** What {@link gatherFacts} makes the facts of. */
export type RelationSource = {
  /** The whole expected result. */
  readonly result: Value;
  readonly path: string;
  readonly expected: NumericBlock;
  readonly actual: NumericBlock;
  readonly comparison: Comparison;
  readonly context: CompareContext;
};

/**
 * Collects what the recognisers need. A relation may be twice as far off as the comparison allows, and at least 1e-4 of
 * an element (or 1e-5 of the largest): the found values went through float32 on another path.
 */
export function gatherFacts({ result, path, expected, actual, comparison, context }: RelationSource): RelationFacts {
  const scale = largestMagnitude(expected.data);
  const share = scale === 0 ? 0 : (2 * appliedAtol(expected.data, comparison.atol)) / scale;
  return {
    path,
    expected,
    actual,
    results: numericLeaves(result, ""),
    inputs: context.args.flatMap((arg, i) => numericLeaves(arg, memberPath("", context.parameters[i] ?? `[${i}]`))),
    factors: namedFactors(context),
    rtol: comparison.rtol,
    tolerance: { relative: clamp(2 * comparison.rtol, 1e-4, 1e-2), floor: clamp(share, 1e-5, 1e-3) },
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
