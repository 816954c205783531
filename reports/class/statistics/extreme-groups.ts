import { sum, variance } from "./sample-statistics.ts";

/** Part of the class in each group. Kelley has shown that 27 % tell most about normally distributed scores. */
const part = 0.27;
/** Where fewer students count, the groups are of two or less, and say nothing. */
export const leastForGroups = 10;

/** The strongest and the weakest students of a class. */
export type ExtremeGroups = {
  /** Students in each. */
  readonly size: number;
  /** By student, how much of them is in the group, from 0 to 1: those with equal totals at its edge share the places that are left. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
};

/**
 * The upper and the lower 27 % of a class by their totals.
 * @returns undefined for fewer than ten students, and where all totals are equal.
 * @see Kelley 1939, "The selection of upper and lower groups for the validation of test items"
 */
export function extremeGroups(totals: readonly number[]): ExtremeGroups | undefined {
  if (totals.length < leastForGroups || variance(totals) === 0) return undefined;
  const size = Math.round(part * totals.length);
  const upper = topWeights(totals, size);
  return {
    size,
    upper,
    lower: topWeights(
      totals.map((total) => -total),
      size,
    ),
  };
}

const rounding = 1e-9;

function topWeights(totals: readonly number[], size: number): number[] {
  const edge = totals.toSorted((a, b) => b - a)[size - 1] ?? Number.POSITIVE_INFINITY;
  const above = totals.filter((total) => total > edge + rounding).length;
  const equal = totals.filter((total) => Math.abs(total - edge) <= rounding).length;
  const shared = (size - above) / equal;
  return totals.map((total) => (total > edge + rounding ? 1 : Math.abs(total - edge) <= rounding ? shared : 0));
}

/** The mean of a value over a group. @param values By student, in the order of the totals. */
export function groupMean(weights: readonly number[], values: readonly number[], size: number): number {
  return sum(values.map((value, at) => value * (weights[at] ?? 0))) / size;
}

/**
 * The upper-lower index of discrimination: the mean share of the points in the upper group minus that in the lower one, from -1 to 1.
 * @param shares Of the points in one question, by student.
 * @see Johnson 1951, "Notes on a suggested index of item validity: the U-L index"
 */
export function upperLowerIndex({ size, upper, lower }: ExtremeGroups, shares: readonly number[]): number {
  return groupMean(upper, shares, size) - groupMean(lower, shares, size);
}
