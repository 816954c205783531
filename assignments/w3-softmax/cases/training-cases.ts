import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue } from "../../values/case-value.ts";
import { toTensor } from "../../values/matrix.ts";
import { drawLabels, drawMatrix, drawShares } from "./draw-batch.ts";

type Scenario = {
  readonly title: string;
  readonly features: number;
  readonly classes: number;
  readonly m: number;
  readonly learningRate: number;
  readonly steps: number;
  /** Standard deviation of the features, by default 1. */
  readonly scale?: number;
  /** Whether labels are shares. */
  readonly shared?: boolean;
};

/**
 * Steps are few or short, and features and rates fit each other: whoever adds up in another order, or in float64, comes to the same
 * numbers within a tenth of the tolerance.
 */
const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "3 classes, 6 examples, 5 steps", features: 2, classes: 3, m: 6, learningRate: 0.5, steps: 5 },
    { title: "one step", features: 3, classes: 2, m: 4, learningRate: 1, steps: 1 },
    { title: "4 classes, 12 examples, 30 steps", features: 2, classes: 4, m: 12, learningRate: 0.3, steps: 30 },
  ],
  hidden: [
    { title: "4 classes, 9 examples, 12 steps", features: 3, classes: 4, m: 9, learningRate: 0.4, steps: 12 },
    { title: "no step", features: 3, classes: 4, m: 5, learningRate: 0.5, steps: 0 },
    { title: "one step, 5 classes", features: 2, classes: 5, m: 8, learningRate: 0.7, steps: 1 },
    { title: "one example", features: 4, classes: 3, m: 1, learningRate: 0.2, steps: 6 },
    { title: "one class", features: 2, classes: 1, m: 4, learningRate: 0.5, steps: 3 },
    {
      title: "large features, a small learning rate",
      features: 3,
      classes: 3,
      m: 8,
      learningRate: 5e-3,
      steps: 9,
      scale: 12,
    },
    {
      title: "small features, a learning rate of 20",
      features: 3,
      classes: 3,
      m: 8,
      learningRate: 20,
      steps: 2,
      scale: 0.3,
    },
    { title: "70 features, 90 examples", features: 70, classes: 6, m: 90, learningRate: 0.1, steps: 4 },
    { title: "80 steps", features: 2, classes: 3, m: 10, learningRate: 0.2, steps: 80 },
    { title: "labels that are shares", features: 3, classes: 4, m: 7, learningRate: 0.5, steps: 10, shared: true },
  ],
  small: [
    { title: "one feature, two classes, one step", features: 1, classes: 2, m: 3, learningRate: 1, steps: 1 },
    { title: "no step", features: 1, classes: 2, m: 2, learningRate: 1, steps: 0 },
    { title: "one example, 2 steps", features: 2, classes: 2, m: 1, learningRate: 0.5, steps: 2 },
    { title: "two classes, 3 steps", features: 1, classes: 2, m: 3, learningRate: 0.8, steps: 3 },
    { title: "3 classes, 2 steps", features: 2, classes: 3, m: 4, learningRate: 0.6, steps: 2 },
    { title: "a learning rate of 0", features: 1, classes: 3, m: 2, learningRate: 0, steps: 2 },
    { title: "one class", features: 1, classes: 1, m: 2, learningRate: 0.5, steps: 2 },
    { title: "labels that are shares", features: 1, classes: 2, m: 2, learningRate: 0.5, steps: 2, shared: true },
    { title: "large features", features: 1, classes: 2, m: 3, learningRate: 1e-3, steps: 2, scale: 20 },
    { title: "a large learning rate", features: 1, classes: 2, m: 3, learningRate: 20, steps: 2, scale: 0.02 },
    { title: "30 steps", features: 1, classes: 2, m: 4, learningRate: 0.3, steps: 30 },
  ],
};

/** Cases of `trainSoftmaxRegression`. */
export const trainingCases: CaseGenerator = (random, index, visibility) => {
  const { title, features, classes, m, learningRate, steps, scale, shared } = pickScenario(
    scenarios,
    index,
    visibility,
  );
  const X = drawMatrix(random, features, m, scale);
  const Y = (shared ? drawShares : drawLabels)(random, classes, m);
  return { title, args: [toTensor(X), toTensor(Y), numberValue(learningRate), numberValue(steps)] };
};
