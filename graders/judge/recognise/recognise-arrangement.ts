import type { Finding } from "../../../reports/report/report.ts";
import { type NumericBlock, sameShape } from "../compare/numeric-block.ts";
import { explains, hasOrder, type RelationTolerance } from "./explains.ts";
import type { RelationFacts } from "./relation-facts.ts";

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

/** The right values in the right row-major order under another shape: [3] or [1,3] for [3,1], [1,1] for a scalar. */
export function recogniseShapeOnly({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (sameShape(expected.shape, actual.shape)) return undefined;
  return explains(expected.data, actual.data, tolerance) ? { code: "shape-only" } : undefined;
}

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

/** Above this many rows or columns, slices are not matched one by one: the work is quadratic. */
const matchedSlices = 2000;

/**
 * The found values are the expected ones in another order. Where whole columns (axis 1) or whole rows (axis 0) of a
 * matrix are in another order, the axis is named: examples or units were reordered.
 */
export function recognisePermuted({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || !hasOrder(expected.data)) return undefined;
  // Equal values have an equal sum of squares: most wrong answers are ruled out before sorting.
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

/** Whether each expected slice is found once, in any order. */
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
