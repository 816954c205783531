import type { CaseGenerators } from "../catalog/case.ts";
import { scheduleLrDecayCases, updateLrCases } from "./learning-rate-cases.ts";
import { miniBatchCases } from "./mini-batch-cases.ts";
import { adamCases, gdCases, initializationCases, momentumCases } from "./optimizer-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  updateParametersWithGd: gdCases,
  randomMiniBatches: miniBatchCases,
  initializeVelocity: initializationCases,
  updateParametersWithMomentum: momentumCases,
  initializeAdam: initializationCases,
  updateParametersWithAdam: adamCases,
  updateLr: updateLrCases,
  scheduleLrDecay: scheduleLrDecayCases,
};
