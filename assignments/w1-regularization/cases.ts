import type { CaseGenerators } from "../catalog/case.ts";
import { dropoutBackwardCases, dropoutForwardCases } from "./dropout-cases.ts";
import { penaltyBackwardCases, penaltyCostCases } from "./penalty-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  computeCostWithRegularization: penaltyCostCases,
  backwardPropagationWithRegularization: penaltyBackwardCases,
  forwardPropagationWithDropout: dropoutForwardCases,
  backwardPropagationWithDropout: dropoutBackwardCases,
};
