import type { Properties } from "../catalog/property.ts";
import { oneHotProperties, sigmoidProperties } from "./properties/first-step-properties.ts";
import { gradientProperties, trainStepProperties } from "./properties/gradient-properties.ts";
import { initializationProperties } from "./properties/initialization-properties.ts";
import { lossProperties } from "./properties/loss-properties.ts";
import { modelProperties } from "./properties/model-properties.ts";

/** What holds of every right answer, by exercise. */
export const properties: Properties = {
  sigmoid: sigmoidProperties,
  oneHotMatrix: oneHotProperties,
  initializeParameters: initializationProperties,
  computeTotalLoss: lossProperties,
  gradientTape: gradientProperties,
  trainStep: trainStepProperties,
  model: modelProperties,
};
