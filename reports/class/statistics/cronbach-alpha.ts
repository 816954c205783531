import type { PointsTable } from "./discrimination.ts";
import type { Statistic } from "./statistic.ts";
import { sum } from "./sum.ts";
import { variance } from "./variance.ts";

/**
 * Cronbach's alpha over the exercises of a class: k / (k - 1) * (1 - sum of the exercises' variances / variance of the
 * totals), for k exercises.
 * @returns At most 1, can be negative; undefined for fewer than two students or exercises, or totals without variance.
 * @see Cronbach 1951, "Coefficient alpha and the internal structure of tests"
 */
export function cronbachAlpha(table: PointsTable): Statistic {
  if (table.length < 2) return { value: null, undefinedBecause: "too-few-students" };
  const count = table[0]?.length ?? 0;
  if (count < 2) return { value: null, undefinedBecause: "too-few-exercises" };
  const total = variance(table.map(sum));
  if (total === 0) return { value: null, undefinedBecause: "same-totals" };
  const own = Array.from({ length: count }, (_, column) => variance(table.map((points) => points[column] ?? 0)));
  return { value: (count / (count - 1)) * (1 - sum(own) / total) };
}
