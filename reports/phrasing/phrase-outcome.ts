import type { CaseReport } from "../report/report.ts";

/** A class of outcome in a word or two, for tables and counts: `out of time`. */
export function phraseOutcome(outcome: CaseReport["outcome"]): string {
  switch (outcome) {
    case "passed":
      return "passed";
    case "wrong":
      return "wrong";
    case "threw":
      return "threw an error";
    case "not-implemented":
      return "not implemented";
    case "timeout":
      return "out of time";
    case "memory":
      return "out of memory";
    case "crashed":
      return "crashed";
    case "bad-value":
      return "not a gradable value";
    case "skipped":
      return "skipped";
    case "grader-error":
      return "not graded";
    default:
      outcome satisfies never;
      return "unknown";
  }
}
