import { message } from "../messages/message.ts";
import { phraseQuestionStatus } from "../phrasing/phrase-question.ts";
import { phraseStatus } from "../phrasing/phrase-status.ts";
import type { ClassResult } from "../report/class-result.ts";
import type { ExerciseReport } from "../report/report.ts";

/** What an assignment consists of. */
export type PartsKind = "exercises" | "questions";

/** The words for a part, for a template. */
export type PartWords = {
  /** For messages that say more of it. */
  readonly kind: PartsKind;
  readonly title: string;
  readonly titles: string;
};

/** What a class was graded on. */
export const partsOfClass = ({ exercises }: Pick<ClassResult, "exercises">): PartsKind =>
  exercises.some(({ question }) => question !== undefined) ? "questions" : "exercises";

/** The words of a kind. */
export function partWords(kind: PartsKind): PartWords {
  return kind === "questions"
    ? { kind, title: message("page.question"), titles: message("page.questions") }
    : { kind, title: message("page.exercise"), titles: message("page.exercises") };
}

/** How somebody did in a part, in a word or two. */
export function phrasePartStatus(status: ExerciseReport["status"], kind: PartsKind): string {
  return kind === "questions" ? phraseQuestionStatus(status) : phraseStatus(status).words;
}
