import type { Report } from "../report/report.ts";
import { phraseList } from "./text/phrase-list.ts";
import { printable } from "./text/printable.ts";

const longest = 3;

/** What came of a submission, in a few words for a table of many: `not passed: updateLr and initializeAdam`. */
export function phraseResult({ status, message, exercises }: Report): string {
  switch (status) {
    case "graded": {
      const open = exercises.filter((exercise) => exercise.status !== "passed");
      if (open.length === 0) return "all passed";
      if (open.length === exercises.length && exercises.length > 1) return "no exercise passed";
      return `not passed: ${phraseList(
        open.map(({ id }) => printable(id)),
        longest,
      )}`;
    }
    case "not-gradable":
      return `not gradable${message === undefined ? "" : `: ${printable(message)}`}`;
    case "grader-error":
      return "the grader failed, to be graded again";
    default:
      status satisfies never;
      return "unknown";
  }
}
