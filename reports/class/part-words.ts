import { phraseQuestionStatus } from "../phrasing/phrase-question.ts";
import { phraseStatus } from "../phrasing/phrase-status.ts";
import type { ExerciseReport } from "../report/report.ts";

/** What an assignment consists of. */
export type PartsKind = "exercises" | "questions";

/** The words for a part, for a template. */
export type PartWords = {
  readonly one: string;
  /** With its article. */
  readonly aPart: string;
  readonly title: string;
  readonly titles: string;
  /** What may be wrong where strong students lose its points, with its verb. */
  readonly suspect: string;
};

/** The words of a kind. */
export function partWords(kind: PartsKind): PartWords {
  return kind === "questions"
    ? { one: "question", aPart: "a question", title: "Question", titles: "Questions", suspect: "its key is" }
    : { one: "exercise", aPart: "an exercise", title: "Exercise", titles: "Exercises", suspect: "its cases are" };
}

/** How somebody did in a part, in a word or two. */
export function phrasePartStatus(status: ExerciseReport["status"], kind: PartsKind): string {
  return kind === "questions" ? phraseQuestionStatus(status) : phraseStatus(status).words;
}
