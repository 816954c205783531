import type { Report } from "../report/report.ts";
import { printable } from "./text/printable.ts";
import { phraseList } from "./text/sentence.ts";

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

const longest = 3;

/** The result of a submission, in a few words for a table of many: `not passed: updateLr and initializeAdam`. */
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

/** What computed the expected values, in words. */
export function phraseBackend(backend: Report["backend"]): string {
  switch (backend) {
    case "tensorflow":
      return "TensorFlow, through @tensorflow/tfjs-node";
    case "cpu":
      return "TensorFlow.js, without native TensorFlow";
    default:
      backend satisfies never;
      return "an unknown backend";
  }
}
