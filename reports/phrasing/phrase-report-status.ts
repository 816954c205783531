import type { Report } from "../report/report.ts";

/**
 * Why a report holds no grade, in words.
 * @returns null for a graded one.
 */
export function phraseReportStatus({ status, message }: Report): string | null {
  switch (status) {
    case "graded":
      return null;
    case "not-gradable":
      return `Nothing could be graded: ${message ?? "the submission could not be loaded."}`;
    case "grader-error":
      return `The grader failed, through no fault of this submission, which will be graded again.${message === undefined ? "" : ` Cause: ${message}`}`;
    default:
      status satisfies never;
      return null;
  }
}
