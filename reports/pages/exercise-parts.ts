import type { ExerciseProgress, ExerciseReport } from "../report/report.ts";
import { compileTemplate } from "./compile-template.ts";
import { type ExerciseView, exerciseView } from "./exercise-view.ts";
import { renderedOnce } from "./rendered-once.ts";

/** What a page shows of an exercise. */
export type ExerciseParts = {
  /** In the overview. */
  readonly row: string;
  readonly sheet: string;
};

const renderRow = compileTemplate<ExerciseView & { readonly isQuiz: boolean }>("exercise-row");
const renderSheet = compileTemplate<ExerciseView>("exercise");

/**
 * Renders an exercise of a page.
 * @param number Position in the report, from 1.
 * @param isChecked Whether only the visible cases were run.
 * @param isQuiz Whether the page is that of a quiz.
 * @param progress What has come of it since the attempt before, where there is anything to say.
 */
export const exerciseParts = renderedOnce(
  (
    exercise: ExerciseReport,
    number: number,
    isChecked: boolean,
    isQuiz: boolean,
    progress: ExerciseProgress | undefined,
  ): ExerciseParts => {
    const view = exerciseView(exercise, number, isChecked, progress);
    return { row: renderRow({ ...view, isQuiz }), sheet: renderSheet(view) };
  },
);
