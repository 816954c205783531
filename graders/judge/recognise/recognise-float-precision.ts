import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import { allIntegers, allZero } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/**
 * Every found value is right to about four digits (ten times the comparison's rtol if that is wider, at most three
 * digits): the formula may be right and its evaluation lose precision, as `1 - beta^t` or a sum of unlike terms does in
 * float32. Counts and masks are exact and never meant.
 */
export function recogniseFloatPrecision({ expected, actual, rtol }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  if (allIntegers(expected.data) && allIntegers(actual.data)) return undefined;
  const relative = Math.min(1e-3, Math.max(1e-4, 10 * rtol));
  const close = explains(expected.data, actual.data, { relative, floor: relative / 100 });
  return close ? { code: "float-precision" } : undefined;
}
