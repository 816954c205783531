import type { CaseGenerators } from "../catalog/case.ts";
import { averageCases } from "./average-cases.ts";
import { exponentialCases, inverseSqrtCases } from "./decay-cases.ts";
import { initializationCases, rmspropCases } from "./rmsprop-cases.ts";
import { saddleCases } from "./saddle-cases.ts";
import { staircaseCases } from "./staircase-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  exponentiallyWeightedAverage: averageCases,
  initializeRmsprop: initializationCases,
  updateParametersWithRmsprop: rmspropCases,
  exponentialDecay: exponentialCases,
  inverseSqrtDecay: inverseSqrtCases,
  staircaseDecay: staircaseCases,
  descendSaddle: saddleCases,
};
