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
