import type { Exercise, Manifest } from "../../assignments/catalog/manifest.ts";
import type { AskedQuestion } from "../../reports/report/class-result.ts";

/** A question of a quiz, as far as marks and the page of a class go. */
export type GradedQuestion = Pick<Exercise, "id" | "title" | "points"> & {
  readonly question: AskedQuestion;
};

/**
 * What a class is graded on: as much of an assignment's manifest as marks, gradebooks and pages follow from. A quiz has questions in the
 * place of exercises.
 */
export type GradedWork = Pick<Manifest, "id" | "title" | "version" | "late" | "typeErrors"> &
  Partial<Pick<Manifest, "limits">> & { readonly exercises: readonly (Exercise | GradedQuestion)[] };
