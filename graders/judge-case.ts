import type { Case } from "../assignments/case.ts";
import type { Exercise } from "../assignments/manifest.ts";
import type { Value } from "../assignments/value.ts";
import type { CaseReport } from "../reports/report.ts";
import type { CaseRun } from "../sandbox/case-run.ts";
import { compare } from "./compare/compare.ts";

/**
 * Turns what a call did into its verdict.
 * @param expected What the reference returns for this case.
 */
export function judgeCase(exercise: Exercise, testCase: Case, expected: Value, run: CaseRun): CaseReport {
  const { id, visibility, title } = testCase;
  const common = { id, visibility, title, ...(run.console === "" ? {} : { console: run.console }) };
  switch (run.outcome) {
    case "returned":
      return { ...common, ...judgeValue(exercise, testCase, expected, run) };
    case "threw":
      return { ...common, outcome: run.outcome, error: run.error };
    case "bad-value":
      return { ...common, outcome: run.outcome, badValue: { reason: run.reason, path: run.path } };
    case "timeout":
    case "memory":
      return { ...common, outcome: run.outcome, limit: run.limit };
    case "not-implemented":
    case "crashed":
      return { ...common, outcome: run.outcome };
    case "grader-error":
      return { ...common, outcome: run.outcome, cause: run.cause };
    default:
      return run satisfies never;
  }
}

function judgeValue(
  exercise: Exercise,
  { args }: Case,
  expected: Value,
  run: Extract<CaseRun, { outcome: "returned" }>,
): Pick<CaseReport, "outcome" | "mismatch"> {
  const mismatch = compare(expected, run.value, exercise.comparison, { parameters: exercise.parameters, args });
  if (mismatch !== undefined) return { outcome: "wrong", mismatch };
  // Right values by the wrong way: told only then, since wrong values are the more urgent news.
  if (run.changedInput === undefined) return { outcome: "passed" };
  return { outcome: "wrong", mismatch: { code: "input-changed", path: run.changedInput } };
}
