import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import { allIntegers, varies } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

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
