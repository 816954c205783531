import { type Case, type CaseKey, caseKey, type Expected } from "../../assignments/catalog/case.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";

/** What the sandbox would tell of a submission that is right but for one misconception. */
export function variantAsSubmission(
  { exercise, outcomes }: MisconceptionOutcomes,
  cases: readonly Case[],
  expected: ReadonlyMap<CaseKey, Expected>,
): SubmissionRun {
  const runs = cases.map((testCase) => {
    const right = expected.get(caseKey(testCase));
    const outcome =
      testCase.exercise === exercise ? outcomes.get(testCase.id) : right && ({ kind: "returned", ...right } as const);
    if (outcome === undefined) throw new Error(`No outcome of ${caseKey(testCase)}`);
    return caseRun(testCase, outcome);
  });
  return { loaded: true, exportNames: cases.map(({ exercise: name }) => name), cases: runs };
}

/** One outcome as the sandbox tells it. */
export function caseRun({ exercise, id }: Case, outcome: VariantOutcome): CaseRun {
  const common = { exercise, caseId: id, console: "" };
  switch (outcome.kind) {
    case "returned": {
      const { kind: _, ...returned } = outcome;
      return { ...common, outcome: "returned", ...returned };
    }
    case "threw":
      return { ...common, outcome: "threw", error: { name: "Error", message: "no" } };
    case "bad-value":
      return { ...common, outcome: "bad-value", reason: "null", path: "" };
    default:
      return outcome satisfies never;
  }
}
