import { message } from "../../messages/message.ts";
import type { ClassResult } from "../../report/class-result.ts";
import { type ExtremeGroups, extremeGroups, leastForGroups, upperLowerIndex } from "./extreme-groups.ts";
import { correlation, mean, sum, variance } from "./sample-statistics.ts";
import { countsInExercises } from "./score-statistics.ts";

const rounding = 1e-9;

/** Why a statistic has no value. */
export type UndefinedBecause =
  | "no-students"
  | "too-few-students"
  | "fewer-than-ten"
  | "too-few-exercises"
  | "no-points"
  | "same-points-here"
  | "same-points-elsewhere"
  | "same-totals";

/** A statistic, or the reason why there is none. */
export type Statistic =
  | { readonly value: number }
  | { readonly value: null; readonly undefinedBecause: UndefinedBecause };

/** One exercise across the class. */
export type ExerciseStatistics = {
  readonly id: string;
  /** Mean share of the points, from 0 (hard) to 1 (easy); the "difficulty" of item analysis. */
  readonly difficulty: Statistic;
  /** Students with full points. */
  readonly full: number;
  /** Corrected item-total correlation. */
  readonly discrimination: Statistic;
  /** Upper-lower index; of questions only. */
  readonly upperLower?: Statistic;
};

/** All exercises across the class. */
export type ClassExercises = {
  /** Students who count here. */
  readonly count: number;
  readonly exercises: readonly ExerciseStatistics[];
  readonly alpha: Statistic;
  /** The strongest and the weakest of those who count; of a quiz only. */
  readonly groups?: ExtremeGroups | undefined;
};

/**
 * Difficulty, discrimination and alpha, of points after overrides and before lateness. How well a question of a quiz tells students
 * apart is said of ten students and more: it is worth little, and chance has its way with it.
 */
export function exerciseStatistics(result: Pick<ClassResult, "exercises" | "students">): ClassExercises {
  const table: PointsTable = result.students
    .filter(countsInExercises)
    .map(({ exercises }) => result.exercises.map(({ id }) => exercises.find((own) => own.id === id)?.score ?? 0));
  const isQuiz = result.exercises.some(({ question }) => question !== undefined);
  const groups = isQuiz ? extremeGroups(table.map(sum)) : undefined;
  return {
    count: table.length,
    exercises: result.exercises.map(({ id, maxScore }, column) => {
      const points = table.map((row) => row[column] ?? 0);
      return {
        id,
        difficulty: difficulty(points, maxScore),
        full: points.filter((own) => own >= maxScore * (1 - rounding)).length,
        discrimination: discrimination(table, column, isQuiz ? leastForGroups : 2),
        ...(isQuiz && { upperLower: upperLower(groups, points, maxScore) }),
      };
    }),
    alpha: cronbachAlpha(table),
    ...(isQuiz && { groups }),
  };
}

function upperLower(groups: ExtremeGroups | undefined, points: readonly number[], maxScore: number): Statistic {
  if (points.length < leastForGroups) return { value: null, undefinedBecause: "fewer-than-ten" };
  if (maxScore <= 0) return { value: null, undefinedBecause: "no-points" };
  if (groups === undefined) return { value: null, undefinedBecause: "same-totals" };
  if (variance(points) === 0) return { value: null, undefinedBecause: "same-points-here" };
  const shares = points.map((own) => own / maxScore);
  return { value: upperLowerIndex(groups, shares) };
}

function difficulty(points: readonly number[], maxScore: number): Statistic {
  if (maxScore <= 0) return { value: null, undefinedBecause: "no-points" };
  const value = mean(points);
  return value === null ? { value, undefinedBecause: "no-students" } : { value: value / maxScore };
}

/** Points of a class: a row per student, a column per exercise. */
export type PointsTable = readonly (readonly number[])[];

/**
 * How well an exercise tells strong students from weak ones: the corrected item-total correlation, Pearson's
 * correlation of the points in it with the sum of the points in all others.
 * @param column Of the exercise, from 0.
 * @param least Students that it takes, at least two.
 * @returns From -1 to 1; undefined for fewer students, a single exercise, or where one side has no variance.
 * @see Henrysson 1963, "Correction of item-total correlations in item analysis"
 */
export function discrimination(table: PointsTable, column: number, least = 2): Statistic {
  if (table.length < 2) return { value: null, undefinedBecause: "too-few-students" };
  if (table.length < least) return { value: null, undefinedBecause: "fewer-than-ten" };
  if ((table[0]?.length ?? 0) < 2) return { value: null, undefinedBecause: "too-few-exercises" };
  const own = table.map((points) => points[column] ?? 0);
  const others = table.map((points) => sum(points.filter((_, at) => at !== column)));
  if (variance(own) === 0) return { value: null, undefinedBecause: "same-points-here" };
  const value = correlation(own, others);
  return value === null ? { value, undefinedBecause: "same-points-elsewhere" } : { value };
}

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

/** Why a statistic has no value, as a clause after "undefined:"; no capital, no full stop. */
export const phraseUndefined = (because: UndefinedBecause): string => message(`undefined.${because}`);
