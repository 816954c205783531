import type { CaseGenerators } from "../catalog/case.ts";
import { initializationCases, linearFunctionCases, oneHotCases, sigmoidCases } from "./cases/first-step-cases.ts";
import { lossCases } from "./cases/loss-cases.ts";
import { modelCases } from "./cases/model-cases.ts";
import { forwardCases, gradientCases, trainStepCases } from "./cases/network-cases.ts";

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
