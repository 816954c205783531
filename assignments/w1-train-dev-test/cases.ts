import type { CaseGenerators } from "../catalog/case.ts";
import { cropCases } from "./crop-cases.ts";
import { diagnosisCases } from "./diagnosis-cases.ts";
import { earlyStoppingCases } from "./early-stopping-cases.ts";
import { flipCases } from "./flip-cases.ts";
import { applyCases, fitCases } from "./normalization-cases.ts";
import { splitCases } from "./split-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  splitDataset: splitCases,
  fitNormalization: fitCases,
  applyNormalization: applyCases,
  diagnoseBiasVariance: diagnosisCases,
  earlyStopping: earlyStoppingCases,
  flipImages: flipCases,
  cropImages: cropCases,
};
