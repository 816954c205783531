import type { CaseReport, Limit, ThrownError } from "../report/report.ts";
import { phraseBadValue, phraseBadValueBriefly } from "./phrase-bad-value.ts";
import { phraseFinding } from "./phrase-finding.ts";
import { type NamedExercise, phraseMismatch, phraseMismatchBriefly } from "./phrase-mismatch.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatDuration, formatMemory } from "./text/format-number.ts";
import { printable } from "./text/printable.ts";
import { toClause } from "./text/sentence.ts";

/** What happened in one case: a sentence, and sentences on what the found values look like. */
export type CaseWords = { readonly what: string; readonly findings: readonly string[] };

/** How a case ended, in sentences. For a redacted case, only the class of its outcome. */
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
      return "The process that ran your function crashed, as endless recursion or huge arrays can cause.";
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

/**
 * What happened in a failing case, as a clause: no capital, no full stop. The relation to the right values comes first,
 * where one was found.
 */
export function phraseFailure(failed: CaseReport, exercise: NamedExercise): string {
  const { mismatch, badValue, outcome } = failed;
  const [finding] = mismatch?.findings ?? [];
  if (outcome === "wrong" && finding !== undefined) return toClause(phraseFinding(finding));
  if (outcome === "wrong" && mismatch !== undefined) return phraseMismatchBriefly(mismatch, exercise);
  if (outcome === "bad-value" && badValue !== undefined) return toClause(phraseBadValueBriefly(badValue));
  return toClause(phraseCase(failed, exercise).what);
}

/** An exception of the student's code in one sentence, with the place in the submission where it is known. */
export function phraseError(error: ThrownError): string {
  const place = phraseErrorPlace(error);
  const firstLine = error.message.split(/\r?\n/, 1)[0] ?? "";
  const thrown = firstLine === "" ? error.name : `${error.name}: ${firstLine}`;
  return `Your function threw ${codeSpan(thrown)}${place === null ? "" : ` at ${codeSpan(place)}`}.`;
}

/**
 * Where an error was thrown: `submission.ts:12:5`.
 * @returns null where the file is not known.
 */
export function phraseErrorPlace({ file, line, column }: ThrownError): string | null {
  if (file === undefined) return null;
  return [printable(file), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
}

/** The limit a case ran into, in one sentence for the student. */
export function phraseLimit(limit: Limit): string {
  switch (limit.kind) {
    case "case-time":
      return `Your function was stopped after ${formatDuration(limit.amount)}, the time one case may take.`;
    case "submission-time":
      return `Your function was stopped because all cases together had used up their ${formatDuration(limit.amount)}.`;
    case "never-settled":
      return "Your function returned a promise that never settles.";
    case "memory":
      return `Your function was stopped because it needed more than ${formatMemory(limit.amount)} of memory.`;
    default:
      limit.kind satisfies never;
      return "Your function was stopped at a limit.";
  }
}
