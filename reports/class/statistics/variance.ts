import { mean } from "./mean.ts";
import { sum } from "./sum.ts";

const rounding = 1e-9;

/**
 * The sample variance, sum((x - mean)^2) / (n - 1). Values that differ by less than rounding errors of sums of points
 * have none: exactly 0.
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
