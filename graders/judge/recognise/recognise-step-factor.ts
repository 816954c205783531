import type { Finding } from "../../../reports/report/report.ts";
import { fitFactor } from "../facts/fit-factor.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";
import { updateStep } from "./update-step.ts";

/** An update's step is the expected one times a constant, such as 1/learningRate where the learning rate was left out. */
export function recogniseStepFactor(facts: RelationFacts): Finding | undefined {
  const step = updateStep(facts);
  if (step === undefined) return undefined;
  const fitted = fitFactor(step.expected, step.actual, facts.factors, facts.tolerance, step.slack);
  return fitted === undefined ? undefined : { code: "step-factor", ...fitted };
}
