/** Whether not all values are the same: without variation every relation explains everything. */
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
 * variants all hold the same values.
 */
export function hasOrder(values: ArrayLike<number>): boolean {
  if (!varies(values)) return false;
  if (!allIntegers(values)) return true;
  const distinct = new Set<number | undefined>();
  for (let i = 0; i < values.length && distinct.size <= 2; i++) distinct.add(values[i]);
  return distinct.size > 2;
}
