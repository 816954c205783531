import { message } from "../messages/message.ts";
import type { CaseReport, ExerciseReport } from "../report/report.ts";
import { phraseFailure } from "./phrase-case.ts";
import { phraseMisconceptionBriefly } from "./phrase-misconceptions.ts";
import { phraseCounts } from "./phrase-outcomes.ts";
import { summariseQuestion } from "./phrase-question.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatDuration } from "./text/format-number.ts";

/** An exercise before its summary is written. */
export type UnsummarisedExercise = Omit<ExerciseReport, "summary">;

/**
 * One sentence for the student about an exercise. Of a hidden case it uses only the class of the outcome, so it is the
 * same before and after redaction, unless only hidden cases tell the mistake from others.
 */
export function summarise(exercise: UnsummarisedExercise): string {
  if (exercise.question !== undefined) return summariseQuestion(exercise);
  const { cases, status } = exercise;
  const passed = cases.filter(({ outcome }) => outcome === "passed").length;
  const broken = cases.filter(({ outcome }) => outcome === "grader-error").length;
  if (status === "grader-error" || broken > 0) return summariseGraderError(broken, cases.length);
  if (status === "skipped") return summariseSkipped(exercise);
  if (status === "not-implemented") return summariseNotImplemented(exercise);
  if (cases.length === 0) return message(status === "passed" ? "summary.passed" : "summary.failed");
  const kind = kindOf(cases);
  if (passed === cases.length) return message("summary.all-passed", { total: passed, kind });
  const timeout = summariseTimeout(cases);
  if (timeout !== null) return timeout;
  return summariseFailure(exercise, summariseCount(passed, cases.length, kind));
}

function summariseGraderError(broken: number, total: number): string {
  const isWhole = broken === 0 || broken === total;
  return isWhole ? message("summary.grader-error") : message("summary.grader-error-some", { broken, total });
}

function summariseNotImplemented({ id, missingExport }: UnsummarisedExercise): string {
  const name = codeSpan(id);
  if (missingExport === undefined) return message("summary.not-implemented", { name });
  const { found, defined, asDefault, onlyDefault } = missingExport;
  const declaration = codeSpan(`export function ${id}`);
  if (defined === id && asDefault) return message("summary.default-export", { name, declaration });
  if (found !== undefined) return message("summary.other-name", { name, found: codeSpan(found) });
  if (defined === id) return message("summary.not-exported", { name, declaration });
  if (defined !== undefined)
    return message("summary.other-not-exported", { name, defined: codeSpan(defined), declaration });
  return onlyDefault ? message("summary.only-default", { name, declaration }) : message("summary.not-found", { name });
}

function summariseSkipped({ skippedBecause }: UnsummarisedExercise): string {
  return skippedBecause === undefined
    ? message("summary.skipped")
    : message("summary.skipped-because", { exercise: codeSpan(skippedBecause) });
}

/**
 * The sentence for an exercise in which every case ran out of time; null for any other. After the first case, the
 * submission's time may have run out instead of the case's own: that depends on the machine, and the sentence must not.
 */
function summariseTimeout(cases: readonly CaseReport[]): string | null {
  if (cases.some(({ outcome }) => outcome !== "timeout")) return null;
  const limits = cases.filter(({ visibility }) => visibility === "visible").map(({ limit }) => limit);
  const [first] = limits;
  if (limits.length > 0 && first?.kind !== "case-time") return null;
  const isOther = (limit: CaseReport["limit"]): boolean =>
    limit?.kind !== "submission-time" && limit?.amount !== first?.amount;
  if (limits.some((limit) => limit?.kind === "never-settled" || isOther(limit))) return null;
  const total = cases.length;
  return first === undefined
    ? message("summary.timeout", { total })
    : message("summary.timeout-after", { total, limit: formatDuration(first.amount) });
}

/** A check runs only the visible cases: the student must not read that all cases have passed. */
const kindOf = (cases: readonly CaseReport[]): "visible" | "any" =>
  cases.every(({ visibility }) => visibility === "visible") ? "visible" : "any";

function summariseCount(passed: number, total: number, kind: "visible" | "any"): string {
  if (total === 1) return message("summary.only-failed", { kind });
  return passed === 0
    ? message("summary.none-passed", { total, kind })
    : message("summary.some-passed", { passed, total, kind });
}

/** @param count How many passed, in words. */
function summariseFailure(exercise: UnsummarisedExercise, count: string): string {
  const { cases } = exercise;
  const visible = cases.find(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");
  const misconception = phraseMisconceptionBriefly(exercise);
  // Where only hidden cases fail, naming the mistake would reveal what they look for.
  if (visible !== undefined && misconception !== null)
    return message("summary.because", { count, mistake: misconception });
  if (visible !== undefined)
    return message("summary.in-case", { count, case: visible.id, failure: phraseFailure(visible, exercise) });
  const hidden = cases.filter(({ visibility }) => visibility === "hidden");
  const counts = phraseCounts(hidden);
  if (hidden.length === cases.length) return message("summary.counted", { count, counts });
  const passed = hidden.filter(({ outcome }) => outcome === "passed").length;
  return message("summary.only-hidden", { count, passed, total: hidden.length, counts });
}
