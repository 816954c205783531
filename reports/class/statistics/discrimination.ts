import { correlation } from "./correlation.ts";
import type { Statistic } from "./statistic.ts";
import { sum } from "./sum.ts";
import { variance } from "./variance.ts";

/** Points of a class: a row per student, a column per exercise. */
export type PointsTable = readonly (readonly number[])[];

/**
 * How well an exercise tells strong students from weak ones: the corrected item-total correlation, Pearson's
 * correlation of the points in it with the sum of the points in all others.
 * @param column Of the exercise, from 0.
 * @returns From -1 to 1; undefined for fewer than two students, a single exercise, or where one side has no variance.
 * @see Henrysson 1963, "Correction of item-total correlations in item analysis"
 */
export function discrimination(table: PointsTable, column: number): Statistic {
  if (table.length < 2) return { value: null, undefinedBecause: "too-few-students" };
  if ((table[0]?.length ?? 0) < 2) return { value: null, undefinedBecause: "too-few-exercises" };
  const own = table.map((points) => points[column] ?? 0);
  const others = table.map((points) => sum(points.filter((_, at) => at !== column)));
  if (variance(own) === 0) return { value: null, undefinedBecause: "same-points-here" };
  const value = correlation(own, others);
  return value === null ? { value, undefinedBecause: "same-points-elsewhere" } : { value };
}
