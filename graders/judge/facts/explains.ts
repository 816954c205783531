/** How exactly predicted values must equal the found ones. */
export type RelationTolerance = {
  /** Share of the predicted element. */
  readonly relative: number;
  /** Share of the largest predicted magnitude: for elements that came out near zero. */
  readonly floor: number;
};

/**
 * Whether a prediction explains every found value. Non-finite values explain nothing.
 *
 * @param predicted As many elements as `found`
 * @param slack Further absolute error allowed, for values that are differences of larger ones
 */
export function explains(
  predicted: ArrayLike<number>,
  found: ArrayLike<number>,
  { relative, floor }: RelationTolerance,
  slack = 0,
): boolean {
  if (predicted.length !== found.length || found.length === 0) return false;
  const least = floor * largestMagnitude(predicted) + slack;
  for (let i = 0; i < found.length; i++) {
    const wanted = predicted[i] ?? Number.NaN;
    const error = Math.abs((found[i] ?? Number.NaN) - wanted);
    if (!(error <= relative * Math.abs(wanted) + least) || error === Number.POSITIVE_INFINITY) return false;
  }
  return true;
}

/** The largest absolute value; 0 for no values, NaN or Infinity if one is not finite. */
export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  return largest;
}
