import type { CaseGenerators } from "../catalog/case.ts";
import { clipByGlobalNormCases, clipByValueCases } from "./clipping-cases.ts";
import { initializationCases } from "./initialization-cases.ts";
import { forwardCases, gradientNormCases } from "./network-cases.ts";
import { statisticsCases } from "./statistics-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  initializeDeep: initializationCases,
  forwardDeep: forwardCases,
  activationStatistics: statisticsCases,
  gradientNorms: gradientNormCases,
  clipByValue: clipByValueCases,
  clipByGlobalNorm: clipByGlobalNormCases,
};
