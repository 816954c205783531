import type { Finding } from "../../reports/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "./explains.ts";
import { allZero } from "./pattern.ts";
import type { RelationFacts } from "./relation-facts.ts";

/** Every found value is the expected one with the other sign. */
export function recogniseNegated({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  const negated = new Float64Array(expected.data).map((value) => -value);
  return explains(negated, actual.data, tolerance) ? { code: "negated" } : undefined;
}
