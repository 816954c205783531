import type { StudentResult } from "../report/class-result.ts";
import type { ExerciseReport } from "../report/report.ts";

/** A status in words, and as a sign where there is no room for words. */
export type StatusWords = { readonly words: string; readonly glyph: string };

/** An exercise's status for people. */
export function phraseStatus(status: ExerciseReport["status"]): StatusWords {
  switch (status) {
    case "passed":
      return { words: "passed", glyph: "✓" };
    case "partial":
      return { words: "partly passed", glyph: "◐" };
    case "failed":
      return { words: "not passed", glyph: "✗" };
    case "not-implemented":
      return { words: "not implemented", glyph: "○" };
    case "skipped":
      return { words: "skipped", glyph: "–" };
    case "grader-error":
      return { words: "not graded", glyph: "!" };
    default:
      status satisfies never;
      return { words: "unknown", glyph: "?" };
  }
}

/** Why the grader could not call a function, in two words; null where it could. */
export function phraseMissing({ id, missingExport }: Pick<ExerciseReport, "id" | "missingExport">): string | null {
  if (missingExport === undefined) return null;
  return missingExport.defined === id ? "not exported" : "not found";
}

/** The result of a student's submission, in a word or two. */
export function phraseStudentStatus(status: StudentResult["status"]): string {
  switch (status) {
    case "graded":
      return "graded";
    case "not-gradable":
      return "not gradable";
    case "grader-error":
      return "to be graded again";
    case "missing":
      return "missing";
    default:
      status satisfies never;
      return "unknown";
  }
}
