import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { allZero } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** All found values are 0 where the expected ones are not. A single number says this by itself. */
export function recogniseAllZero({ expected, actual }: RelationFacts): Finding | undefined {
  if (actual.data.length < 2 || !sameShape(expected.shape, actual.shape)) return undefined;
  return allZero(actual.data) && !allZero(expected.data) ? { code: "all-zero" } : undefined;
}
