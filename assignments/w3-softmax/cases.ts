import type { CaseGenerators } from "../catalog/case.ts";
import { crossEntropyCases, gradientCases } from "./cases/cost-cases.ts";
import { hardmaxCases, softmaxCases } from "./cases/logit-cases.ts";
import { predictionCases } from "./cases/prediction-cases.ts";
import { trainingCases } from "./cases/training-cases.ts";

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  softmax: softmaxCases,
  hardmax: hardmaxCases,
  crossEntropy: crossEntropyCases,
  softmaxGradient: gradientCases,
  trainSoftmaxRegression: trainingCases,
  predictClasses: predictionCases,
};
