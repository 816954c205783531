import type { CaseReport } from "../report/report.ts";
import { phraseBadValue } from "./differences/phrase-bad-value.ts";
import { phraseFinding } from "./differences/phrase-finding.ts";
import { phraseMismatch } from "./differences/phrase-mismatch.ts";
import { phraseError } from "./phrase-error.ts";
import { phraseLimit } from "./phrase-limit.ts";
import type { NamedExercise } from "./text/phrase-place.ts";

/** What happened in one case: a sentence, and what the found values look like where that was recognised. */
export type CaseWords = { readonly what: string; readonly findings: readonly string[] };

/** Everything there is to say of how a case ended, in sentences. Of a redacted case only its class is told. */
export function phraseCase(caseReport: CaseReport, exercise: NamedExercise): CaseWords {
  const { mismatch, outcome } = caseReport;
  return {
    what: mismatch !== undefined && outcome === "wrong" ? phraseMismatch(mismatch, exercise) : phraseEnd(caseReport),
    findings: (mismatch?.findings ?? []).map(phraseFinding),
  };
}

function phraseEnd({ outcome, error, badValue, limit }: CaseReport): string {
  switch (outcome) {
    case "passed":
      return "Your result is the expected one.";
    case "wrong":
      return "Your result is not the expected one.";
    case "threw":
      return error === undefined ? "Your function threw an error." : phraseError(error);
    case "not-implemented":
      return "The function is not implemented yet.";
    case "timeout":
      return limit === undefined ? "Your function ran out of time." : phraseLimit(limit);
    case "memory":
      return limit === undefined ? "Your function ran out of memory." : phraseLimit(limit);
    case "crashed":
      return "The process that ran your function broke down, as it does in endless recursion or with huge arrays.";
    case "bad-value":
      return badValue === undefined ? "Your function returned no gradable value." : phraseBadValue(badValue);
    case "skipped":
      return "The case was skipped.";
    case "grader-error":
      return "The case could not be graded because the grader failed; this costs no points.";
    default:
      outcome satisfies never;
      return "The case ended in an unknown way.";
  }
}
