import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import { allZero } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** Every found value is the expected one with the other sign. */
export function recogniseNegated({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  const negated = new Float64Array(expected.data).map((value) => -value);
  return explains(negated, actual.data, tolerance) ? { code: "negated" } : undefined;
}
