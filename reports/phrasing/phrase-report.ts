import { message } from "../messages/message.ts";
import type { Report } from "../report/report.ts";
import { phraseLoadFailure } from "./errors/phrase-load-failure.ts";
import { printable } from "./text/printable.ts";
import { phraseList } from "./text/sentence.ts";

/**
 * Why a report holds no grade, in words.
 * @returns null for a graded one.
 */
export function phraseReportStatus({ status, message: told }: Report): string | null {
  switch (status) {
    case "graded":
      return null;
    case "not-gradable":
      return message("report.not-gradable", {
        message: told === undefined ? message("report.not-loaded") : phraseLoadFailure(told),
      });
    case "grader-error":
      return told === undefined
        ? message("report.grader-error")
        : message("report.grader-error-cause", { cause: told });
    default:
      return status satisfies never;
  }
}

const longest = 3;

/** The result of a submission, in a few words for a table of many: `not passed: updateLr and initializeAdam`. */
export function phraseResult({ status, message: told, exercises }: Report): string {
  switch (status) {
    case "graded": {
      const open = exercises.filter((exercise) => exercise.status !== "passed");
      if (open.length === 0) return message("report.all-passed");
      if (open.length === exercises.length && exercises.length > 1) return message("report.none-passed");
      const names = open.map(({ id }) => printable(id));
      return message("report.not-passed", { exercises: phraseList(names, longest) });
    }
    case "not-gradable":
      return told === undefined
        ? message("report.not-gradable-briefly")
        : message("report.not-gradable-because", { message: printable(phraseLoadFailure(told)) });
    case "grader-error":
      return message("report.grader-error-briefly");
    default:
      return status satisfies never;
  }
}

/** What computed the expected values, in words. */
export const phraseBackend = (backend: Report["backend"]): string => message(`report.backend.${backend}`);
