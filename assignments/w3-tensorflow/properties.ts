import type { Properties } from "../catalog/property.ts";
import { oneHotProperties, sigmoidProperties } from "./first-step-properties.ts";
import { gradientProperties, trainStepProperties } from "./gradient-properties.ts";
import { initializationProperties } from "./initialization-properties.ts";
import { lossProperties } from "./loss-properties.ts";
import { modelProperties } from "./model-properties.ts";

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
