import type { Finding } from "../../../reports/report/report.ts";
import { type NumericBlock, sameShape } from "../compare/numeric-block.ts";
import { explains, type RelationTolerance } from "../facts/explains.ts";
import { hasOrder } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** Above this many rows or columns they are not matched one by one: the work is quadratic. */
const matchedSlices = 2000;

/**
 * The found values are the expected ones in another order. Where whole columns (axis 1) or whole rows (axis 0) of a
 * matrix were moved, the axis is named: examples or units in another order.
 */
export function recognisePermuted({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || !hasOrder(expected.data)) return undefined;
  // The same values have the same sum of squares: most wrong answers are spared the sorting.
  const [wanted, found] = [sumOfSquares(expected.data), sumOfSquares(actual.data)];
  if (!(Math.abs(found - wanted) <= 10 * (tolerance.relative + tolerance.floor) * wanted)) return undefined;
  const sorted = (block: NumericBlock) => new Float64Array(block.data).sort();
  if (!explains(sorted(expected), sorted(actual), tolerance)) return undefined;
  const [rows, columns, ...more] = expected.shape;
  if (rows === undefined || columns === undefined || more.length > 0) return { code: "permuted" };
  if (rows > 1 && slicesMatch(toColumns(expected), toColumns(actual), tolerance)) return { code: "permuted", axis: 1 };
  if (columns > 1 && slicesMatch(toRows(expected), toRows(actual), tolerance)) return { code: "permuted", axis: 0 };
  return { code: "permuted" };
}

/** Whether each expected slice is found once, in whatever order. */
function slicesMatch(
  expected: readonly Float64Array[],
  actual: readonly Float64Array[],
  tolerance: RelationTolerance,
): boolean {
  if (expected.length > matchedSlices) return false;
  const free = new Set(actual);
  return expected.every((slice) => {
    for (const candidate of free) {
      if (!explains(slice, candidate, tolerance)) continue;
      free.delete(candidate);
      return true;
    }
    return false;
  });
}

function toRows({ shape: [rows = 0, columns = 0], data }: NumericBlock): Float64Array[] {
  return Array.from({ length: rows }, (_, row) => new Float64Array(data.subarray(row * columns, (row + 1) * columns)));
}

function toColumns({ shape: [rows = 0, columns = 0], data }: NumericBlock): Float64Array[] {
  return Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (_, row) => data[row * columns + column] ?? Number.NaN),
  );
}

function sumOfSquares(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) ** 2;
  return sum;
}
