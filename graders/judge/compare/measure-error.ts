import type { NumericBlock } from "./numeric-block.ts";
import { withinTolerance } from "./within-tolerance.ts";

/** How far off an answer of the right shape is. */
export type MeasuredError = {
  /** Row-major position of the worst element: the largest error in units of its tolerance, of equals the largest error. */
  readonly worst: number;
  /** Error over tolerance there; Infinity where the tolerance is 0 or a value is not finite. */
  readonly excess: number;
  /** Elements out of tolerance. */
  readonly differing: number;
  /** Largest |actual - expected| of the elements out of tolerance; Infinity if one side is not finite. */
  readonly maxAbsoluteError: number;
  /** Largest |actual - expected| / |expected| of those whose expected value is not 0; undefined if there is none. */
  readonly maxRelativeError: number | undefined;
  /** Whether an element out of tolerance is not finite on either side. */
  readonly nonFinite: boolean;
};

/**
 * Measures the elements that are out of tolerance. Both blocks have the same shape.
 *
 * @param atol Absolute tolerance as applied
 */
export function measureError(expected: NumericBlock, actual: NumericBlock, rtol: number, atol: number): MeasuredError {
  let [worst, excess, worstError, differing, maxAbsoluteError, nonFinite] = [0, -1, -1, 0, 0, false];
  let maxRelativeError: number | undefined;
  for (let i = 0; i < expected.data.length; i++) {
    const wanted = expected.data[i] ?? Number.NaN;
    const found = actual.data[i] ?? Number.NaN;
    if (withinTolerance(wanted, found, rtol, atol)) continue;
    differing++;
    const finite = Number.isFinite(wanted) && Number.isFinite(found);
    nonFinite ||= !finite;
    const error = finite ? Math.abs(found - wanted) : Number.POSITIVE_INFINITY;
    const ratio = error === Number.POSITIVE_INFINITY ? error : error / (atol + rtol * Math.abs(wanted));
    if (ratio > excess || (ratio === excess && error > worstError)) [worst, excess, worstError] = [i, ratio, error];
    maxAbsoluteError = Math.max(maxAbsoluteError, error);
    if (wanted !== 0) {
      const relative = finite ? error / Math.abs(wanted) : Number.POSITIVE_INFINITY;
      maxRelativeError = Math.max(maxRelativeError ?? 0, relative);
    }
  }
  return { worst, excess, differing, maxAbsoluteError, maxRelativeError, nonFinite };
}

/** The index of a row-major position: position 5 of a [2,3] tensor is [1,2]; `[]` for a scalar. */
export function unravelIndex(position: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = position;
  for (const extent of [...shape].reverse()) {
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return index;
}
