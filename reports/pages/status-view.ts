import { phraseOutcome } from "../phrasing/phrase-outcomes.ts";
import { phraseQuestionStatus } from "../phrasing/phrase-question.ts";
import { phraseStatus } from "../phrasing/phrase-status.ts";
import type { CaseReport, ExerciseReport } from "../report/report.ts";

/** A status for a template: words, and the icon (and colour class) that goes with them. */
export type StatusView = {
  readonly words: string;
  readonly icon: "pass" | "part" | "fail" | "none" | "skip" | "fault";
};

/** An exercise's status for a template. */
export function exerciseStatusView(status: ExerciseReport["status"]): StatusView {
  const { words } = phraseStatus(status);
  switch (status) {
    case "passed":
      return { words, icon: "pass" };
    case "partial":
      return { words, icon: "part" };
    case "failed":
      return { words, icon: "fail" };
    case "not-implemented":
      return { words, icon: "none" };
    case "skipped":
      return { words, icon: "skip" };
    case "grader-error":
      return { words, icon: "fault" };
    default:
      status satisfies never;
      return { words, icon: "fault" };
  }
}

/** How a question of a quiz was answered, for a template. */
export function questionStatusView(status: ExerciseReport["status"]): StatusView {
  return { words: phraseQuestionStatus(status), icon: exerciseStatusView(status).icon };
}

/** A case's outcome for a template. */
export function outcomeView(outcome: CaseReport["outcome"]): StatusView {
  const words = phraseOutcome(outcome);
  switch (outcome) {
    case "passed":
      return { words, icon: "pass" };
    case "wrong":
    case "threw":
    case "timeout":
    case "memory":
    case "crashed":
    case "bad-value":
      return { words, icon: "fail" };
    case "not-implemented":
      return { words, icon: "none" };
    case "skipped":
      return { words, icon: "skip" };
    case "grader-error":
      return { words, icon: "fault" };
    default:
      outcome satisfies never;
      return { words, icon: "fault" };
  }
}
