import type { Case, Expected } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Property, PropertyFacts } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CaseReport, Mismatch } from "../../reports/report/report.ts";
import type { CalledAgain, CaseRun } from "../../sandbox/replies/case-run.ts";
import { agree, agreesWithAny, type Difference } from "./compare/agree.ts";
import { compare } from "./compare.ts";
import { draw } from "./draw.ts";

/** What a case is judged by, beside the case itself. */
export type Standard = {
  readonly exercise: Exercise;
  /** What is right in this case. */
  readonly expected: Expected;
  readonly properties: readonly Property[];
  /** What the function returned in other cases of the exercise, see `otherCases`. */
  readonly others: PropertyFacts["others"];
};

/**
 * What is said of a call. Of one that returned: whether its value is right, and if not, the first thing that is wrong: its values, a property
 * that does not hold, an input that it changed, the draws that it made, what it does when it is called again.
 */
export type Verdict =
  | { readonly is: "passed" | "wrong-values" | "not-returned" | "input-changed" | "input-disposed" | "other-draws" }
  | { readonly is: CalledAgain }
  | { readonly is: "property"; readonly property: Property };

/**
 * Judges a call. Other submissions wait meanwhile, so this looks for no more than it needs: {@link reportCase} describes what is wrong,
 * for those replies that count.
 */
export function judgeCase(standard: Standard, testCase: Case, run: CaseRun): Verdict {
  const { expected, properties, others } = standard;
  if (run.outcome !== "returned") return { is: "not-returned" };
  const { args, judgedBy } = testCase;
  if (judgedBy !== "properties" && !isExpected(standard, run.value, judgedBy)) return { is: "wrong-values" };
  const property = properties.find((one) => !holds(one, { args, actual: run.value, expected: expected.value, others }));
  if (property !== undefined) return { is: "property", property };
  // Right values by the wrong way: told only then, since wrong values are the more urgent news.
  if (run.changedInput !== undefined) return { is: run.isDisposed ? "input-disposed" : "input-changed" };
  if (judgedBy !== "properties" && drewOther(expected, run.nextDraw)) return { is: "other-draws" };
  return { is: run.calledAgain ?? "passed" };
}

/** Where the sandbox could not tell what a generator gives next, there is nothing to judge. */
const drewOther = ({ nextDraw }: Expected, found: number | undefined): boolean =>
  nextDraw !== undefined && found !== undefined && found !== nextDraw;

function isExpected({ exercise, expected }: Standard, actual: Value, judgedBy: Case["judgedBy"]): boolean {
  if (judgedBy !== "form") return agreesWithAny(expected, actual, exercise.comparison);
  const differences: Difference[] = [];
  agree(expected.value, actual, exercise.comparison, differences, "");
  return differences.every(({ code }) => code === "values");
}

/** A case as reports have it, with what is wrong described. @param verdict On this run. */
export function reportCase(standard: Standard, testCase: Case, run: CaseRun, verdict: Verdict): CaseReport {
  const { id, visibility, title } = testCase;
  const common = { id, visibility, title, ...(run.console === "" ? {} : { console: run.console }) };
  switch (run.outcome) {
    case "returned":
      return { ...common, ...reportValue(standard, testCase, run, verdict) };
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

function reportValue(
  { exercise: { parameters, comparison, shows }, expected }: Standard,
  { args }: Case,
  { value, changedInput = "" }: Extract<CaseRun, { outcome: "returned" }>,
  verdict: Verdict,
): Pick<CaseReport, "outcome" | "mismatch"> {
  switch (verdict.is) {
    case "passed":
      return { outcome: "passed" };
    case "wrong-values": {
      const mismatch = compare(expected.value, value, comparison, { parameters, args });
      if (mismatch === undefined) throw new Error("Cannot compare results: a difference was found and then lost");
      return { outcome: "wrong", mismatch: { ...mismatch, ...draw(shows, mismatch, expected.value, value) } };
    }
    case "property": {
      const { id, sentence } = verdict.property;
      const mismatch: Mismatch = { code: "property", path: "", property: { id, sentence } };
      return { outcome: "wrong", mismatch: { ...mismatch, ...draw(shows, mismatch, expected.value, value) } };
    }
    case "input-changed":
    case "input-disposed":
      return { outcome: "wrong", mismatch: { code: verdict.is, path: changedInput } };
    case "other-draws":
    case "unrepeatable":
    case "state-kept":
    case "fails-again":
      return { outcome: "wrong", mismatch: { code: verdict.is, path: "" } };
    default:
      throw new RangeError(`Cannot report a value: the verdict is "${verdict.is}", so none was returned`);
  }
}

/** A property that cannot even be looked at, because the value has another form, does not hold. */
function holds(property: Property, facts: PropertyFacts): boolean {
  try {
    return property.holds(facts);
  } catch {
    return false;
  }
}
