import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { ExerciseReport } from "../report/report.ts";
import { compileTemplate } from "./compile-template.ts";
import { type ExerciseLook, type ExerciseView, exerciseView } from "./exercise-view.ts";
import { compilingCases } from "./failing-cases.ts";
import { renderedOnce } from "./rendered-once.ts";

/** What a page shows of an exercise. */
export type ExerciseParts = {
  /** In the overview. */
  readonly row: string;
  readonly sheet: string;
};

const renderRow = compileTemplate<ExerciseView & { readonly isQuiz: boolean }>("exercise-row");
const renderSheet = compileTemplate<ExerciseView>("exercise");

/** Compiles the templates of an exercise, one by one. */
export function* compilingExerciseParts(): Steps<void> {
  yield* renderRow.compiling();
  yield* renderSheet.compiling();
  yield* compilingCases();
}

/**
 * Renders an exercise of a page.
 * @param number Position in the report, from 1.
 * @param isQuiz Whether the page is that of a quiz.
 */
export const exerciseParts = renderedOnce(
  (exercise: ExerciseReport, number: number, isQuiz: boolean, look: ExerciseLook): ExerciseParts => {
    const view = exerciseView(exercise, number, look);
    return { row: renderRow({ ...view, isQuiz }), sheet: renderSheet(view) };
  },
);
