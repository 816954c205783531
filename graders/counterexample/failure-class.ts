import type { CaseReport } from "../../reports/report/report.ts";

/** Errors that the language throws; any other is one of the submission's own making, whatever it calls it. */
const builtIn: ReadonlySet<string> = new Set(["TypeError", "RangeError", "ReferenceError", "SyntaxError"]);

/**
 * The kind of a failure, coarse on purpose: it is all that a counterexample may follow from of a hidden case. No place, no number, no text of
 * the case or of the submission is in it.
 * @returns undefined where the case passed, was not run, or met a limit, which says nothing of its values.
 */
export function failureClass({ outcome, mismatch, error, badValue }: CaseReport): string | undefined {
  switch (outcome) {
    case "wrong":
      return `wrong ${mismatch?.code ?? ""} ${mismatch?.property?.id ?? ""}`;
    case "threw":
      return `threw ${error !== undefined && builtIn.has(error.name) ? error.name : "Error"}`;
    case "bad-value":
      return `bad-value ${badValue?.reason ?? ""}`;
    case "passed":
    case "not-implemented":
    case "skipped":
    case "timeout":
    case "memory":
    case "crashed":
    case "grader-error":
      return undefined;
    default:
      outcome satisfies never;
      return undefined;
  }
}

const limits: ReadonlySet<CaseReport["outcome"]> = new Set(["timeout", "memory", "crashed", "grader-error"]);

/** Whether a case ended in a way that may be the machine's: what is looked for among such must not depend on how fast it is. */
export const metLimit = ({ outcome }: { readonly outcome: string }): boolean =>
  limits.has(outcome as CaseReport["outcome"]);

/** In which ways an exercise fails in hidden cases and in no visible one. */
export function unseenClasses(cases: readonly CaseReport[]): ReadonlySet<string> {
  if (cases.some(metLimit)) return new Set();
  const classesOf = (visibility: CaseReport["visibility"]): Set<string> =>
    new Set(cases.flatMap((one) => (one.visibility === visibility ? (failureClass(one) ?? []) : [])));
  return classesOf("hidden").difference(classesOf("visible"));
}
