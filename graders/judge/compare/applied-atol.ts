import type { NumericBlock } from "./numeric-block.ts";

/** Largest part of a tensor's largest magnitude that an absolute tolerance may have. */
const largestShare = 1e-3;

/**
 * The absolute tolerance that applies to one tensor, array or number: `min(atol, 1e-3 * max|expected|)`.
 *
 * An absolute tolerance is there for elements that came out near zero by cancellation; their noise is some 1e-7 of
 * the terms that cancelled. It must not be as large as the tensor itself: with `atol` 1e-8, zeros would pass for
 * gradients of 1e-9. With the cap the largest element M has the tolerance (1e-3 + rtol) * M, so an all-zero answer
 * fails for every rtol below 0.999, and 1e-3 is still four orders of magnitude above float32's rounding.
 * Where the largest magnitude is 0, nothing can be said of the scale, and the stated `atol` applies as it stands (0 for exact).
 * Non-finite elements have no part in the maximum: they are compared exactly.
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
