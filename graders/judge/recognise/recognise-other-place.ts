import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { allIntegers, explains, varies } from "./explains.ts";
import { matchingInput, type NumericLeaf, type RelationFacts } from "./relation-facts.ts";

/**
 * The found values are an input's, to the last bit of float32: the function returned its input. The input that the
 * result is a new version of always counts; another one only if its values are distinctive.
 */
export function recogniseUnchangedInput(facts: RelationFacts): Finding | undefined {
  const namesake = matchingInput(facts);
  const source =
    namesake !== undefined && isCopy(facts, namesake)
      ? namesake
      : facts.inputs.find((input) => isDistinctive(input) && isCopy(facts, input));
  return source === undefined ? undefined : { code: "unchanged-input", key: source.path };
}

function isDistinctive({ block }: NumericLeaf): boolean {
  return block.data.length === 1 ? !allIntegers(block.data) : varies(block.data);
}

function isCopy({ actual }: RelationFacts, { block }: NumericLeaf): boolean {
  if (!sameShape(actual.shape, block.shape) || actual.data.length === 0) return false;
  for (let i = 0; i < actual.data.length; i++) {
    if (Math.fround(actual.data[i] ?? Number.NaN) !== Math.fround(block.data[i] ?? Number.NaN)) return false;
  }
  return true;
}

/** The found values are those expected elsewhere in the result: two members were swapped, or one returned twice. */
export function recogniseEqualsOtherKey({ path, actual, results, tolerance }: RelationFacts): Finding | undefined {
  const other = results.find(
    ({ path: place, block }) =>
      place !== path &&
      sameShape(block.shape, actual.shape) &&
      (block.data.length === 1 ? !allIntegers(block.data) : varies(block.data)) &&
      explains(block.data, actual.data, tolerance),
  );
  return other === undefined ? undefined : { code: "equals-other-key", key: other.path };
}
