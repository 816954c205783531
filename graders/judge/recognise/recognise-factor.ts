import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { fitFactor } from "../facts/fit-factor.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** Every found value is the expected one times a constant, named if it is a quantity of the call. */
export function recogniseFactor({ expected, actual, factors, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape)) return undefined;
  const fitted = fitFactor(expected.data, actual.data, factors, tolerance);
  return fitted === undefined ? undefined : { code: "factor", ...fitted };
}
