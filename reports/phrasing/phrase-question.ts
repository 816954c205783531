import type { ExerciseReport } from "../report/report.ts";
import { phraseStatus } from "./phrase-status.ts";
import { capitalised } from "./text/sentence.ts";

/** How a question of a quiz was answered, in a word or two; the words of exercises where no answer was judged. */
export function phraseQuestionStatus(status: ExerciseReport["status"]): string {
  switch (status) {
    case "passed":
      return "right";
    case "partial":
      return "partly right";
    case "failed":
      return "not right";
    case "not-implemented":
      return "not answered";
    case "skipped":
    case "grader-error":
      return phraseStatus(status).words;
    default:
      status satisfies never;
      return "unknown";
  }
}

/** One sentence for the student about a question. */
export function summariseQuestion({ status }: Pick<ExerciseReport, "status">): string {
  if (status === "grader-error") {
    return "This question could not be graded because the grader failed; this costs no points and will be graded again.";
  }
  return `${capitalised(phraseQuestionStatus(status))}.`;
}

/** How many right choices were not ticked, in a sentence; null where all were. */
export function phraseMissed(missed: number | undefined): string | null {
  if (missed === undefined) return null;
  return missed === 1 ? "A right choice is not ticked." : `${missed} right choices are not ticked.`;
}
