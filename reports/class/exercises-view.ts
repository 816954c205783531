import { message } from "../messages/message.ts";
import { splitName } from "../pages/page-text.ts";
import { formatFixed, scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult } from "../report/class-result.ts";
import { isAdjusted } from "./attention-view.ts";
import { type Drawing, drawChart } from "./draw-chart.ts";
import { exercisesChart } from "./exercises-chart.ts";
import {
  type ExerciseStatistics,
  exerciseStatistics,
  phraseUndefined,
  type Statistic,
} from "./statistics/exercise-statistics.ts";

const fewStudents = 30;

/** The exercises of a class for a template. */
export type ExercisesView = {
  /** How many students count. */
  readonly students: number;
  /** Which message says what the numbers are based on. */
  readonly basis: "class.basis" | "class.basis-adjusted";
  readonly chart: Drawing | null;
  readonly rows: readonly {
    readonly number: number;
    readonly title: string;
    readonly name: readonly string[];
    readonly difficulty: string;
    readonly full: string;
    readonly discrimination: string;
    /** Why there is no discrimination. */
    readonly why: string | null;
    /** Of a question. */
    readonly upperLower: string | null;
  }[];
  readonly isQuiz: boolean;
  readonly alpha: string;
  readonly isSmall: boolean;
};

/** Difficulty, discrimination and alpha for a template. */
export async function exercisesView(result: ClassResult): Promise<ExercisesView> {
  const { count, exercises, alpha } = exerciseStatistics(result);
  return {
    students: count,
    basis: result.students.some(isAdjusted) ? "class.basis-adjusted" : "class.basis",
    chart: count < 2 || exercises.length === 0 ? null : await drawChart(exercisesChart(exercises)),
    rows: result.exercises.map(({ id, title }, at) => ({
      number: at + 1,
      title: printable(title),
      name: splitName(id),
      ...statisticsView(exercises[at], count),
    })),
    alpha:
      alpha.value === null
        ? message("class.undefined", { why: phraseUndefined(alpha.undefinedBecause) })
        : phraseCoefficient(alpha.value),
    isQuiz: exercises.some(({ upperLower }) => upperLower !== undefined),
    isSmall: count < fewStudents,
  };
}

function statisticsView(
  statistics: ExerciseStatistics | undefined,
  count: number,
): Pick<ExercisesView["rows"][number], "difficulty" | "full" | "discrimination" | "why" | "upperLower"> {
  if (statistics === undefined) return { difficulty: "–", full: "–", discrimination: "–", why: null, upperLower: null };
  const { difficulty, full, discrimination, upperLower } = statistics;
  return {
    difficulty: difficulty.value === null ? "–" : `${scorePercent(difficulty.value, 1)} %`,
    full: count === 0 ? "–" : message("class.full", { full, percent: scorePercent(full, count) }),
    discrimination: phraseCoefficient(discrimination.value),
    upperLower: upperLower === undefined ? null : phraseCoefficient(upperLower.value),
    why: phraseWhy(discrimination),
  };
}

function phraseWhy(statistic: Statistic): string | null {
  return statistic.value === null
    ? message("class.undefined", { why: phraseUndefined(statistic.undefinedBecause) })
    : null;
}

/** With two decimals and a true minus sign; a dash for none. */
export function phraseCoefficient(value: number | null): string {
  if (value === null) return "–";
  return formatFixed(Math.round(value * 100) / 100 + 0, 2).replace("-", "−");
}
