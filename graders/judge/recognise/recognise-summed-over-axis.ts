import type { Finding } from "../../../reports/report/report.ts";
import { type NumericBlock, sameShape } from "../compare/numeric-block.ts";
import { remembered } from "../compare/remembered.ts";
import { allZero, explains, varies } from "./explains.ts";
import { fitFactor } from "./factors.ts";
import type { PlaceFacts, RelationFacts } from "./relation-facts.ts";

/**
 * A sum over the wrong axis, or one too many. The axis is the one that the found values were summed over; absent if
 * they were summed over all.
 *
 * - The found values are sums of the expected ones.
 * - Some matrix of the call or of the expected result, summed over one axis, gives the expected values (up to a
 *   constant such as 1/m), and summed over the other axis the found ones: `db` from `dZ`.
 */
export function recogniseSummedOverAxis(facts: RelationFacts): Finding | undefined {
  return sumOfExpected(facts) ?? sumOfOtherMatrix(facts);
}

function sumOfExpected({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  const [rows = 1, columns = 1, ...more] = expected.shape;
  if (more.length > 0) return undefined;
  for (const axis of [0, 1]) {
    if ((axis === 0 ? rows : columns) > 1 && explains(sumOver(expected, axis), actual.data, tolerance)) {
      return { code: "summed-over-axis", axis };
    }
  }
  const total = sumOver({ shape: [expected.data.length, 1], data: expected.data }, 0);
  const isTotal = rows > 1 && columns > 1 && explains(total, actual.data, tolerance);
  return isTotal ? { code: "summed-over-axis" } : undefined;
}

function sumOfOtherMatrix({ place, actual, tolerance }: RelationFacts): Finding | undefined {
  const found = wrongSums(place).find(({ sums }) => explains(sums, actual.data, tolerance));
  return found === undefined ? undefined : { code: "summed-over-axis", axis: found.axis };
}

/** What the matrices that give the expected values over one axis give over the other. */
const wrongSums = remembered(({ expected, results, inputs, tolerance }: PlaceFacts) => {
  const found: { readonly axis: number; readonly sums: Float64Array }[] = [];
  if (!varies(expected.data)) return found;
  for (const { block } of [...results, ...inputs]) {
    const [rows = 1, columns = 1, ...more] = block.shape;
    if (more.length > 0 || rows < 2 || columns < 2) continue;
    for (const axis of [0, 1]) {
      const scale = scaleOfSum(block, 1 - axis, expected, tolerance);
      if (scale === undefined) continue;
      const sums = sumOver(block, axis).map((value) => value * scale);
      if (varies(sums)) found.push({ axis, sums });
    }
  }
  return found;
});

/** The constant by which the sums over an axis give the expected values, if they do. */
function scaleOfSum(
  block: NumericBlock,
  axis: number,
  expected: NumericBlock,
  tolerance: RelationFacts["tolerance"],
): number | undefined {
  if (block.shape[1 - axis] !== expected.data.length) return undefined;
  const sums = sumOver(block, axis);
  if (explains(sums, expected.data, tolerance)) return 1;
  return fitFactor(sums, expected.data, [], tolerance)?.factor ?? meanScale(block, axis, sums, expected, tolerance);
}

/** 1/m for sums of fewer than three elements, where a free factor would fit by chance. */
function meanScale(
  block: NumericBlock,
  axis: number,
  sums: Float64Array,
  expected: NumericBlock,
  tolerance: RelationFacts["tolerance"],
): number | undefined {
  const scale = 1 / (block.shape[axis] ?? 1);
  const means = sums.map((value) => value * scale);
  return explains(means, expected.data, tolerance) ? scale : undefined;
}

/** Sums of a matrix over axis 0 (one per column) or axis 1 (one per row). A block of rank 1 is one column. */
function sumOver({ shape: [rows = 1, columns = 1], data }: NumericBlock, axis: number): Float64Array {
  const sums = new Float64Array(axis === 0 ? columns : rows);
  for (let i = 0; i < data.length; i++) {
    const slot = axis === 0 ? i % columns : Math.floor(i / columns);
    sums[slot] = (sums[slot] ?? 0) + (data[i] ?? 0);
  }
  return sums;
}
