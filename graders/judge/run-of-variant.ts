import type { Case } from "../../assignments/catalog/case.ts";
import type { VariantOutcome } from "../../reference/misconceptions/misconception.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";

/** What the sandbox would tell of a submission that ends as a wrong variant does. With which words it throws is not known. */
export function runOfVariant({ exercise, id: caseId }: Case, outcome: VariantOutcome): CaseRun {
  const common = { exercise, caseId, console: "" };
  if (outcome.kind === "returned") {
    const { kind, ...returned } = outcome;
    return { ...common, outcome: kind, ...returned };
  }
  if (outcome.kind === "threw") return { ...common, outcome: "threw", error: { name: "Error", message: "" } };
  return { ...common, outcome: "bad-value", reason: "null", path: "" };
}
