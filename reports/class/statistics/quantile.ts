/**
 * A quantile by linear interpolation between the two nearest values, as NumPy and spreadsheets do: at position
 * (n - 1) p, counted from 0.
 * @param sorted Values in ascending order.
 * @param p From 0 (smallest) to 1 (largest); 0.5 is the median.
 * @returns null of no values.
 * @see Hyndman & Fan 1996, "Sample quantiles in statistical packages", definition 7
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  const position = (sorted.length - 1) * p;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return null;
  // Not lower + (upper - lower) * weight, which can leave the interval by a rounding error.
  const weight = position - Math.floor(position);
  return weight === 0 ? lower : Math.min(upper, lower * (1 - weight) + upper * weight);
}
