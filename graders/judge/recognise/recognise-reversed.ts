import type { Finding } from "../../../reports/report/report.ts";
import { type NumericBlock, sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import { hasOrder } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** The found values are the expected ones backwards: along one axis (named), or along all of them. */
export function recogniseReversed({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || !hasOrder(expected.data)) return undefined;
  for (const [axis, extent] of expected.shape.entries()) {
    if (extent > 1 && explains(flip(expected, axis), actual.data, tolerance)) return { code: "reversed", axis };
  }
  const backwards = new Float64Array(expected.data).reverse();
  return explains(backwards, actual.data, tolerance) ? { code: "reversed" } : undefined;
}

function flip({ shape, data }: NumericBlock, axis: number): Float64Array {
  const extent = shape[axis] ?? 1;
  const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  return new Float64Array(data).map((_, i) => {
    const along = Math.floor(i / inner) % extent;
    return data[i + (extent - 1 - 2 * along) * inner] ?? Number.NaN;
  });
}
