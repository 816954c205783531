import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** The found matrix is the expected one with rows and columns exchanged, in shape and in every element. */
export function recogniseTransposed({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  const [rows, columns, ...more] = expected.shape;
  if (rows === undefined || columns === undefined || more.length > 0) return undefined;
  if (!sameShape(actual.shape, [columns, rows])) return undefined;
  const transposed = new Float64Array(expected.data.length);
  for (let i = 0; i < transposed.length; i++) {
    transposed[i] = expected.data[(i % rows) * columns + Math.floor(i / rows)] ?? Number.NaN;
  }
  return explains(transposed, actual.data, tolerance) ? { code: "transposed" } : undefined;
}
