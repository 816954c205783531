import { mean } from "./mean.ts";
import { sum } from "./sum.ts";
import { variance } from "./variance.ts";

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
