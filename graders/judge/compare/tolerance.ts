import type { NumericBlock } from "./numeric-block.ts";

/**
 * Whether one element is right: `|actual - expected| <= atol + rtol * |expected|`.
 * Non-finite values must match exactly (NaN only NaN, infinities by sign); -0 equals 0.
 *
 * @param rtol Relative tolerance, 0 <= rtol < 1
 * @param atol Absolute tolerance as applied, see {@link appliedAtol}
 */
export function withinTolerance(expected: number, actual: number, rtol: number, atol: number): boolean {
  const error = Math.abs(actual - expected);
  // An infinite expected value has an infinite tolerance: without the second test every finite value would pass.
  if (error <= atol + rtol * Math.abs(expected) && error !== Number.POSITIVE_INFINITY) return true;
  return !Number.isFinite(expected) && Object.is(expected, actual);
}

/** The largest absolute tolerance, as a share of a tensor's largest magnitude. */
const largestShare = 1e-3;

/**
 * The absolute tolerance that applies to one tensor, array or number: `min(atol, 1e-3 * max|expected|)`.
 *
 * An absolute tolerance is meant for elements that are near zero by cancellation; their noise is some 1e-7 of the terms
 * that cancelled. It must not be as large as the tensor itself: with `atol` 1e-8, zeros would pass for gradients of
 * 1e-9. With the cap, the largest element M has the tolerance (1e-3 + rtol) * M, so an all-zero answer fails for every
 * rtol below 0.999, and 1e-3 is still four orders of magnitude above float32's rounding. Where the largest magnitude is
 * 0, the scale is unknown, and the stated `atol` applies unchanged (0 for exact). Non-finite elements do not count for
 * the maximum: they are compared exactly.
 *
 * A value that is itself nothing but rounding noise (a gradient check's difference on right gradients) gets no slack
 * from `atol` either: let the case expect 0 there.
 *
 * @param expected Expected elements of the one tensor or array
 * @param atol Stated absolute tolerance, >= 0
 */
export function appliedAtol(expected: NumericBlock["data"], atol: number): number {
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const magnitude = Math.abs(expected[i] ?? 0);
    if (magnitude > largest && magnitude !== Number.POSITIVE_INFINITY) {
      if (magnitude * largestShare >= atol) return atol;
      largest = magnitude;
    }
  }
  return largest === 0 ? atol : largest * largestShare;
}

/** {@link appliedAtol} for a single number. */
export function appliedAtolOfNumber(expected: number, atol: number): number {
  const magnitude = Math.abs(expected);
  return magnitude > 0 && magnitude < Number.POSITIVE_INFINITY ? Math.min(atol, magnitude * largestShare) : atol;
}

/** How far off an answer of the right shape is. */
export type MeasuredError = {
  /**
   * Row-major position of the worst element: the largest error in units of its tolerance; among equals, the largest
   * error.
   */
  readonly worst: number;
  /** Row-major position of the first element out of tolerance. */
  readonly first: number;
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
  let [worst, first, excess, worstError, differing, maxAbsoluteError, nonFinite] = [0, 0, -1, -1, 0, 0, false];
  let maxRelativeError: number | undefined;
  for (let i = 0; i < expected.data.length; i++) {
    const wanted = expected.data[i] ?? Number.NaN;
    const found = actual.data[i] ?? Number.NaN;
    if (withinTolerance(wanted, found, rtol, atol)) continue;
    if (differing === 0) first = i;
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
  return { worst, first, excess, differing, maxAbsoluteError, maxRelativeError, nonFinite };
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
