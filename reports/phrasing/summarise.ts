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
  if (cases.length === 0) return status === "passed" ? "Passed." : "Not passed.";
  const kind = kindOf(cases);
  if (passed === cases.length)
    return passed === 1 ? `The only ${kind}case passed.` : `All ${passed} ${kind}cases passed.`;
  const timeout = summariseTimeout(cases);
  if (timeout !== null) return timeout;
  return `${summariseCount(passed, cases.length, kind)}${summariseFailure(exercise)}`;
}

function summariseGraderError(broken: number, total: number): string {
  const which = broken === 0 || broken === total ? "This exercise" : `${broken} of ${total} cases`;
  return `${which} could not be graded because the grader failed; this costs no points and will be graded again.`;
}

function summariseNotImplemented({ id, missingExport }: UnsummarisedExercise): string {
  const name = codeSpan(id);
  if (missingExport === undefined) return `Not implemented yet: ${name} is still the starter's.`;
  const { found, defined, asDefault, onlyDefault } = missingExport;
  const write = `write ${codeSpan(`export function ${id}`)}`;
  if (defined === id && asDefault) return `Not exported by name: ${name} is the default export; ${write}.`;
  if (found !== undefined)
    return `Not found: no function ${name} is exported, but ${codeSpan(found)} is; rename it to ${name}.`;
  if (defined === id) return `Not exported: ${name} is defined, but the grader cannot call it; ${write}.`;
  if (defined !== undefined) {
    return `Not found: no function ${name} is defined; ${codeSpan(defined)} is, but it is not exported; ${write}.`;
  }
  if (onlyDefault) return `Not found: there is only a default export, and no function ${name}; ${write}.`;
  return `Not found: no function ${name} is defined or exported.`;
}

function summariseSkipped({ skippedBecause }: UnsummarisedExercise): string {
  return skippedBecause === undefined
    ? "Skipped because an exercise it builds on did not pass."
    : `Skipped because ${codeSpan(skippedBecause)} did not pass.`;
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
  const each = first === undefined ? "" : ` (${formatDuration(first.amount)} each)`;
  return cases.length === 1
    ? `The only case ran out of time${each.replace(" each", "")}.`
    : `Every case ran out of time${each}.`;
}

/** A check runs only the visible cases: the student must not read that all cases have passed. */
const kindOf = (cases: readonly CaseReport[]): "visible " | "" =>
  cases.every(({ visibility }) => visibility === "visible") ? "visible " : "";

function summariseCount(passed: number, total: number, kind: "visible " | ""): string {
  if (total === 1) return `The only ${kind}case did not pass`;
  return passed === 0 ? `None of the ${total} ${kind}cases passed` : `${passed} of ${total} ${kind}cases passed`;
}

function summariseFailure(exercise: UnsummarisedExercise): string {
  const { cases } = exercise;
  const visible = cases.find(({ visibility, outcome }) => visibility === "visible" && outcome !== "passed");
  const misconception = phraseMisconceptionBriefly(exercise);
  // Where only hidden cases fail, naming the mistake would reveal what they look for.
  if (visible !== undefined && misconception !== null) return `; ${misconception}.`;
  if (visible !== undefined) return `; in ${visible.id}, ${phraseFailure(visible, exercise)}.`;
  const hidden = cases.filter(({ visibility }) => visibility === "hidden");
  if (hidden.length === cases.length) return ` (${phraseCounts(hidden)}).`;
  const passed = hidden.filter(({ outcome }) => outcome === "passed").length;
  return `: all visible ones, and ${passed} of ${hidden.length} hidden ones (${phraseCounts(hidden)}).`;
}
