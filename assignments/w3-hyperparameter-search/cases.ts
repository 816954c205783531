import type { CaseGenerators } from "../catalog/case.ts";
import { coarseToFineCases } from "./cases/coarse-to-fine-cases.ts";
import { gridSearchCases } from "./cases/grid-search-cases.ts";
import { expectedImprovementCases } from "./cases/improvement-cases.ts";
import { rbfKernelCases } from "./cases/kernel-cases.ts";
import { proposeNextCases } from "./cases/next-point-cases.ts";
import { gpPosteriorCases } from "./cases/posterior-cases.ts";
import { sampleBetaCases, sampleLogUniformCases } from "./cases/sampling-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  gridSearch: gridSearchCases,
  sampleLogUniform: sampleLogUniformCases,
  sampleBeta: sampleBetaCases,
  coarseToFine: coarseToFineCases,
  rbfKernel: rbfKernelCases,
  gpPosterior: gpPosteriorCases,
  expectedImprovement: expectedImprovementCases,
  proposeNext: proposeNextCases,
};
