import type { Finding } from "../../../reports/report/report.ts";
import { explains } from "../facts/explains.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";
import { updateStep } from "./update-step.ts";

/** An update went the right way length by length but in the opposite direction: `+` where `-` belongs. */
export function recogniseStepNegated(facts: RelationFacts): Finding | undefined {
  const step = updateStep(facts);
  if (step === undefined) return undefined;
  const negated = step.expected.map((value) => -value);
  return explains(negated, step.actual, facts.tolerance, step.slack) ? { code: "step-negated" } : undefined;
}
