import { message } from "../messages/message.ts";
import type { StudentResult } from "../report/class-result.ts";
import type { ExerciseReport } from "../report/report.ts";

/** A status in words, and as a sign where there is no room for words. */
export type StatusWords = { readonly words: string; readonly glyph: string };

const glyphs: Readonly<Record<ExerciseReport["status"], string>> = {
  passed: "✓",
  partial: "◐",
  failed: "✗",
  "not-implemented": "○",
  skipped: "–",
  "grader-error": "!",
};

/** An exercise's status for people. */
export function phraseStatus(status: ExerciseReport["status"]): StatusWords {
  return { words: message(`status.${status}`), glyph: glyphs[status] };
}

/** Why the grader could not call a function, in two words; null where it could. */
export function phraseMissing({ id, missingExport }: Pick<ExerciseReport, "id" | "missingExport">): string | null {
  if (missingExport === undefined) return null;
  return message(missingExport.defined === id ? "status.not-exported" : "status.not-found");
}

/** The result of a student's submission, in a word or two. */
export function phraseStudentStatus(status: StudentResult["status"]): string {
  return message(`student-status.${status}`);
}
