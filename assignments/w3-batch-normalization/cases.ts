import type { CaseGenerators } from "../catalog/case.ts";
import { backwardCases } from "./backward-cases.ts";
import { networkCases } from "./network-cases.ts";
import { averagingCases, forwardCases, inferenceCases } from "./normalization-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  batchNormForward: forwardCases,
  updateRunningStatistics: averagingCases,
  batchNormInference: inferenceCases,
  batchNormBackward: backwardCases,
  forwardWithBatchNorm: networkCases,
};
