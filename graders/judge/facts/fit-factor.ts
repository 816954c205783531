import { explains, largestMagnitude, type RelationTolerance } from "./explains.ts";
import type { NamedFactor } from "./named-factors.ts";
import { varies } from "./pattern.ts";

/** A factor that explains every value, named where it equals a known quantity. */
export type FittedFactor = { readonly factor: number; readonly named?: string };

/**
 * The factor f, by least squares, with found = f * base in every element; never 1 or -1, nor 0.
 *
 * Weak data needs a strong name: a factor of a single nonzero value, or of values that are all the same, is taken only
 * if it equals a quantity of the call's arguments, and an unnamed factor needs three nonzero values.
 *
 * @param slack Absolute error of each found value from rounding, where it is a difference of larger ones
 * @returns The factor, exact if named and else rounded to six digits, or undefined if none explains the values.
 */
export function fitFactor(
  base: ArrayLike<number>,
  found: ArrayLike<number>,
  factors: readonly NamedFactor[],
  tolerance: RelationTolerance,
  slack = 0,
): FittedFactor | undefined {
  const factor = leastSquares(base, found);
  if (!Number.isFinite(factor) || factor === 0) return undefined;
  const predicted = new Float64Array(base).map((value) => value * factor);
  if (!explains(predicted, found, tolerance, slack)) return undefined;
  const nonzero = countNonzero(base);
  // A single value meets one of many names by chance more easily than several values meet one factor.
  const uncertainty = (nonzero < 2 ? 2e-5 : 1e-4) + slack / largestMagnitude(found);
  if (Math.abs(Math.abs(factor) - 1) <= Math.max(tolerance.relative, uncertainty)) return undefined;
  const weak = nonzero < 2 || !varies(base);
  const name = factors.find(
    ({ value, fromArguments }) => (fromArguments || !weak) && Math.abs(value - factor) <= uncertainty * Math.abs(value),
  );
  if (name !== undefined) return { factor: name.value, named: name.name };
  return weak || nonzero < 3 ? undefined : { factor: Number(factor.toPrecision(6)) };
}

function leastSquares(base: ArrayLike<number>, found: ArrayLike<number>): number {
  let [products, squares] = [0, 0];
  for (let i = 0; i < base.length; i++) {
    const value = base[i] ?? 0;
    products += value * (found[i] ?? 0);
    squares += value * value;
  }
  return products / squares;
}

function countNonzero(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
  return count;
}
