import { message } from "../messages/message.ts";
import type { Diagnosis, ExerciseReport } from "../report/report.ts";
import { capitalised, toClause } from "./text/sentence.ts";

/** The recognised mistakes in words. */
export type MisconceptionsWords = {
  readonly heading: string;
  /** One sentence each; `explanation` is null where the report has only the names. */
  readonly mistakes: readonly (Pick<Diagnosis, "id" | "name" | "language"> & { readonly explanation: string | null })[];
};

/** The part of an exercise that names its mistakes. */
export type DiagnosedExercise = Pick<ExerciseReport, "misconceptions" | "diagnoses">;

/**
 * The recognised mistakes of an exercise. Several are alternatives: no case tells them apart.
 * @returns null if none was recognised.
 */
export function phraseMisconceptions({ misconceptions, diagnoses }: DiagnosedExercise): MisconceptionsWords | null {
  const mistakes =
    diagnoses?.map(({ id, name, explanation, language }) => ({
      id,
      name,
      explanation,
      ...(language && { language }),
    })) ?? misconceptions.map((id) => ({ id, name: `${capitalised(id.replaceAll("-", " "))}.`, explanation: null }));
  if (mistakes.length === 0) return null;
  const isProbable = diagnoses?.every(({ isPossible }) => isPossible === undefined) ?? true;
  const certainty = isProbable ? "probable" : "possible";
  return { heading: message("misconception.heading", { count: mistakes.length, certainty }), mistakes };
}

/**
 * The recognised mistake as the end of a sentence, after a semicolon: no full stop.
 * @returns null if there is none, or more than one.
 */
export function phraseMisconceptionBriefly({ diagnoses = [] }: DiagnosedExercise): string | null {
  const [only] = diagnoses;
  if (only === undefined || diagnoses.length > 1) return null;
  const certainty = only.isPossible ? "possible" : "probable";
  return message("misconception.briefly", { certainty, name: toClause(only.name) });
}

/** The summary without the mistake, for a place where the mistake is explained right after it. */
export function summaryWithoutMisconception(exercise: DiagnosedExercise & Pick<ExerciseReport, "summary">): string {
  const clause = phraseMisconceptionBriefly(exercise);
  return clause === null ? exercise.summary : exercise.summary.replace(`; ${clause}`, "");
}
