import { message } from "../messages/message.ts";
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
  if (outcome === "threw" && error !== undefined) return phraseError(error);
  if ((outcome === "timeout" || outcome === "memory") && limit !== undefined) return phraseLimit(limit);
  if (outcome === "bad-value" && badValue !== undefined) return phraseBadValue(badValue);
  return message(`case.${outcome}`);
}

/**
 * What happened in a failing case, as a clause: no capital, no full stop. The relation to the right values comes first,
 * where one was found.
 */
export function phraseFailure(failed: CaseReport, exercise: NamedExercise): string {
  const { mismatch, badValue, outcome } = failed;
  const [finding] = mismatch?.findings ?? [];
  if (outcome === "wrong" && finding !== undefined) return toClause(phraseFinding(finding));
  if (outcome === "wrong" && mismatch !== undefined) return phraseMismatchBriefly(mismatch);
  if (outcome === "bad-value" && badValue !== undefined) return toClause(phraseBadValueBriefly(badValue));
  return toClause(phraseCase(failed, exercise).what);
}

/** An exception of the student's code in one sentence, with the place in the submission where it is known. */
export function phraseError(error: ThrownError): string {
  const place = phraseErrorPlace(error);
  const firstLine = error.message.split(/\r?\n/, 1)[0] ?? "";
  const thrown = codeSpan(firstLine === "" ? error.name : `${error.name}: ${firstLine}`);
  return place === null
    ? message("case.error", { thrown })
    : message("case.error-at", { thrown, place: codeSpan(place) });
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
export function phraseLimit({ kind, amount }: Limit): string {
  if (kind === "never-settled") return message("limit.never-settled");
  return message(`limit.${kind}`, { limit: kind === "memory" ? formatMemory(amount) : formatDuration(amount) });
}
