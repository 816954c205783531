import type { Case } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property, PropertyFacts } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CaseReport } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree } from "./compare/agree.ts";
import { compare } from "./compare.ts";

/** What a case is judged by, beside the case itself. */
export type Standard = {
  readonly exercise: Exercise;
  /** What the reference returns for this case. */
  readonly expected: Value;
  readonly properties: readonly Property[];
  /** What the function returned in other cases of the exercise, see `otherCases`. */
  readonly others: PropertyFacts["others"];
};

/** Turns what a call did into its verdict. */
export function judgeCase(standard: Standard, testCase: Case, run: CaseRun): CaseReport {
  const { id, visibility, title } = testCase;
  const common = { id, visibility, title, ...(run.console === "" ? {} : { console: run.console }) };
  switch (run.outcome) {
    case "returned":
      return { ...common, ...judgeValue(standard, testCase, run) };
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

/**
 * Whether {@link judgeCase} would say that it passed, without looking for what is wrong where it did not: asked while other submissions
 * wait.
 */
export function passesCase(
  { exercise, expected, properties, others }: Standard,
  testCase: Case,
  run: CaseRun,
): boolean {
  if (run.outcome !== "returned" || run.changedInput !== undefined || run.keptState) return false;
  const { args, judgedBy } = testCase;
  const isEqual = judgedBy === "properties" || agree(expected, run.value, exercise.comparison, undefined, "");
  const facts = { args, actual: run.value, expected, others };
  return isEqual && properties.every((property) => holds(property, facts));
}

function judgeValue(
  { exercise, expected, properties, others }: Standard,
  { args, judgedBy }: Case,
  run: Extract<CaseRun, { outcome: "returned" }>,
): Pick<CaseReport, "outcome" | "mismatch"> {
  const context = { parameters: exercise.parameters, args };
  const mismatch = judgedBy === "properties" ? undefined : compare(expected, run.value, exercise.comparison, context);
  if (mismatch !== undefined) return { outcome: "wrong", mismatch };
  const broken = properties.find((property) => !holds(property, { args, actual: run.value, expected, others }));
  if (broken !== undefined) {
    const { id, sentence } = broken;
    return { outcome: "wrong", mismatch: { code: "property", path: "", property: { id, sentence } } };
  }
  // Right values by the wrong way: told only then, since wrong values are the more urgent news.
  if (run.changedInput !== undefined) {
    return { outcome: "wrong", mismatch: { code: "input-changed", path: run.changedInput } };
  }
  return run.keptState ? { outcome: "wrong", mismatch: { code: "state-kept", path: "" } } : { outcome: "passed" };
}

/** A property that cannot even be looked at, because the value has another form, does not hold. */
function holds(property: Property, facts: PropertyFacts): boolean {
  try {
    return property.holds(facts);
  } catch {
    return false;
  }
}
