import type { ExerciseReport } from "../../report/report.ts";
import { codeSpan } from "./code-span.ts";

/** What a phrase needs to know of the exercise it speaks of. */
export type NamedExercise = Pick<ExerciseReport, "id">;

/**
 * The subject of a sentence about a place in a result.
 * @param path `""` for the result itself, otherwise as in `Mismatch.path`: `"parameters.W1"`.
 */
export function phrasePlace(path: string, exercise: NamedExercise): string {
  return path === "" ? `The result of ${codeSpan(exercise.id)}` : codeSpan(path);
}
