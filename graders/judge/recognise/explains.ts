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

/** Whether the values vary: without variation, every relation explains everything. */
export function varies(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return true;
  return false;
}

/** Whether all values are 0 (true of no values). */
export function allZero(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) return false;
  return true;
}

/** Whether all values are integers, as in masks, one-hot vectors and counts. */
export function allIntegers(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isInteger(values[i])) return false;
  return true;
}

/**
 * Whether the order of the values can be recognised: they vary, and are not a mask or one-hot vector, whose wrong
 * variants all have the same values.
 */
export function hasOrder(values: ArrayLike<number>): boolean {
  if (!varies(values)) return false;
  if (!allIntegers(values)) return true;
  const distinct = new Set<number | undefined>();
  for (let i = 0; i < values.length && distinct.size <= 2; i++) distinct.add(values[i]);
  return distinct.size > 2;
}
