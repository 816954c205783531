import type { ClassResult } from "../../report/class-result.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { discrimination, type PointsTable } from "./discrimination.ts";
import { mean } from "./mean.ts";
import type { Statistic } from "./statistic.ts";
import { countsInExercises } from "./who-counts.ts";

const rounding = 1e-9;

/** One exercise across the class. */
export type ExerciseStatistics = {
  readonly id: string;
  /** Mean share of the points, from 0 (hard) to 1 (easy); the "difficulty" of item analysis. */
  readonly difficulty: Statistic;
  /** Students with full points. */
  readonly full: number;
  /** Corrected item-total correlation. */
  readonly discrimination: Statistic;
};

/** All exercises across the class. */
export type ClassExercises = {
  /** Students that count here. */
  readonly count: number;
  readonly exercises: readonly ExerciseStatistics[];
  readonly alpha: Statistic;
};

/** Difficulty, discrimination and alpha, of points after overrides and before lateness. */
export function exerciseStatistics(result: Pick<ClassResult, "exercises" | "students">): ClassExercises {
  const table: PointsTable = result.students
    .filter(countsInExercises)
    .map(({ exercises }) => result.exercises.map(({ id }) => exercises.find((own) => own.id === id)?.score ?? 0));
  return {
    count: table.length,
    exercises: result.exercises.map(({ id, maxScore }, column) => {
      const points = table.map((row) => row[column] ?? 0);
      return {
        id,
        difficulty: difficulty(points, maxScore),
        full: points.filter((own) => own >= maxScore * (1 - rounding)).length,
        discrimination: discrimination(table, column),
      };
    }),
    alpha: cronbachAlpha(table),
  };
}

function difficulty(points: readonly number[], maxScore: number): Statistic {
  if (maxScore <= 0) return { value: null, undefinedBecause: "no-points" };
  const value = mean(points);
  return value === null ? { value, undefinedBecause: "no-students" } : { value: value / maxScore };
}
