import type { CaseGenerators } from "../catalog/case.ts";
import { backwardPropagationNCases, gradientCheckNCases } from "./network-cases.ts";
import { gradientCheckCases, lineCases } from "./one-parameter-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  forwardPropagation: lineCases,
  backwardPropagation: lineCases,
  gradientCheck: gradientCheckCases,
  gradientCheckN: gradientCheckNCases,
  backwardPropagationN: backwardPropagationNCases,
};
