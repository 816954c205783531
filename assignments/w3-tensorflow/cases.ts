import type { CaseGenerators } from "../catalog/case.ts";
import { initializationCases, linearFunctionCases, oneHotCases, sigmoidCases } from "./first-step-cases.ts";
import { lossCases } from "./loss-cases.ts";
import { modelCases } from "./model-cases.ts";
import { forwardCases, gradientCases, trainStepCases } from "./network-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  linearFunction: linearFunctionCases,
  sigmoid: sigmoidCases,
  oneHotMatrix: oneHotCases,
  initializeParameters: initializationCases,
  forwardPropagation: forwardCases,
  computeTotalLoss: lossCases,
  gradientTape: gradientCases,
  trainStep: trainStepCases,
  model: modelCases,
};
