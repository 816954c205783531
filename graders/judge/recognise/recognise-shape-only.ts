import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** The right values in the right row-major order under another shape: [3] or [1,3] for [3,1], [1,1] for a scalar. */
export function recogniseShapeOnly({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (sameShape(expected.shape, actual.shape)) return undefined;
  return explains(expected.data, actual.data, tolerance) ? { code: "shape-only" } : undefined;
}
