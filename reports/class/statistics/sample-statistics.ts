const rounding = 1e-9;

/** The sum of numbers; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The arithmetic mean. @returns null of no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

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

/**
 * The sample variance, sum((x - mean)^2) / (n - 1). It is exactly 0 where values differ only by the
 * rounding errors of summed points.
 * @returns 0 of fewer than two values.
 */
export function variance(values: readonly number[]): number {
  const center = mean(values);
  if (center === null || values.length < 2) return 0;
  const deviations = values.map((value) => value - center);
  const scale = Math.max(1, ...values.map(Math.abs));
  if (deviations.every((deviation) => Math.abs(deviation) <= rounding * scale)) return 0;
  return sum(deviations.map((deviation) => deviation ** 2)) / (values.length - 1);
}

/**
 * Pearson's correlation of pairs, covariance / (deviation of x * deviation of y).
 * @param ys As many as `xs`, in the same order.
 * @returns From -1 to 1; null where either has no variance.
 * @see Pearson 1895, "Note on regression and inheritance in the case of two parents"
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const scale = Math.sqrt(variance(xs)) * Math.sqrt(variance(ys));
  const [centerX, centerY] = [mean(xs), mean(ys)];
  if (scale === 0 || centerX === null || centerY === null) return null;
  const covariance = sum(xs.map((x, at) => (x - centerX) * ((ys[at] ?? centerY) - centerY))) / (xs.length - 1);
  return Math.max(-1, Math.min(1, covariance / scale));
}
