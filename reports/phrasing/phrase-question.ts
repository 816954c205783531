import { message } from "../messages/message.ts";
import type { ExerciseReport } from "../report/report.ts";
import { phraseStatus } from "./phrase-status.ts";
import { capitalised } from "./text/sentence.ts";

/** How a question of a quiz was answered, in a word or two; the words of exercises where no answer was judged. */
export function phraseQuestionStatus(status: ExerciseReport["status"]): string {
  if (status === "skipped" || status === "grader-error") return phraseStatus(status).words;
  return message(`question.${status}`);
}

/** One sentence for the student about a question. */
export function summariseQuestion({ status }: Pick<ExerciseReport, "status">): string {
  if (status === "grader-error") return message("question.grader-error");
  return `${capitalised(phraseQuestionStatus(status))}.`;
}

/** How many right choices were not ticked, in a sentence; null where all were. */
export function phraseMissed(missed: number | undefined): string | null {
  return missed === undefined ? null : message("question.missed", { count: missed });
}
