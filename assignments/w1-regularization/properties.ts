import type { Properties } from "../catalog/property.ts";
import { costProperties } from "./cost-properties.ts";
import { forwardProperties } from "./forward-properties.ts";
import { dropoutGradientProperties, penaltyGradientProperties } from "./gradient-properties.ts";

/** The properties of the assignment, by exercise. */
export const properties: Properties = {
  computeCostWithRegularization: costProperties,
  backwardPropagationWithRegularization: penaltyGradientProperties,
  forwardPropagationWithDropout: forwardProperties,
  backwardPropagationWithDropout: dropoutGradientProperties,
};
