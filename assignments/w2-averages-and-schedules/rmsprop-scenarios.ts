import type { Scenarios } from "../catalog/case.ts";

/** What the numbers of one layer are multiplied by. */
export type Stretch = { readonly values: number; readonly gradients: number };

/** A network, and what is special about its numbers. */
export type Shape = {
  readonly title: string;
  readonly layerDims: readonly number[];
  /** First layer first; those that are not named stay as they are. */
  readonly stretches?: readonly Stretch[];
  /** Gradients and averages are listed from the last layer to the first: what belongs together has the same name, not the same place. */
  readonly lastFirst?: boolean;
};

/** Numbers as they come. */
export const asDrawn: Stretch = { values: 1, gradients: 1 };

/** So many layers that their numbers have two digits. */
const deep: Shape = {
  title: "11 layers, some of them tiny, huge or zero",
  layerDims: [2, 3, 2, 1, 2, 2, 1, 3, 2, 1, 2, 1],
  stretches: [
    asDrawn,
    // Against a parameter of 0, even the smallest step is seen.
    { values: 0, gradients: 1e-8 },
    { values: 1e4, gradients: 100 },
    { values: 1, gradients: 0 },
    { values: 1e-8, gradients: 0 },
    { values: 0, gradients: 1e4 },
  ],
  lastFirst: true,
};

/** Ten layers of one unit, the fewest numbers that have names with two digits. */
const narrow = Array.from({ length: 11 }, () => 1);

/** Of `initializeRmsprop`, which looks at shapes alone. */
export const shapes: Scenarios<Shape> = {
  visible: [
    { title: "2 layers", layerDims: [3, 2, 3] },
    { title: "1 layer", layerDims: [5, 3] },
    { title: "3 layers of different widths", layerDims: [4, 5, 3, 2] },
  ],
  hidden: [
    { title: "a single weight and bias", layerDims: [1, 1] },
    deep,
    { title: "layers of equal shapes", layerDims: [2, 2, 2, 2] },
    { title: "2 layers that widen", layerDims: [1, 3, 70] },
  ],
  small: [
    { title: "one unit", layerDims: [2, 1] },
    { title: "one input", layerDims: [1, 2] },
    { title: "2 layers of one unit", layerDims: [1, 1, 1] },
    { title: "3 layers of one unit", layerDims: [1, 1, 1, 1] },
    { title: "10 layers of one unit", layerDims: narrow },
    { title: "a layer of 80 units", layerDims: [1, 80] },
  ],
};

type RmspropScenario = Shape & {
  /** Steps before this one, with gradients of the same size: `s` is their average. */
  readonly earlierSteps: number;
  /** learningRate, beta2, epsilon as passed; undefined is passed as `undefined`, the missing rest not at all. */
  readonly passed: readonly (number | undefined)[];
  /** What all gradients are multiplied by, those of earlier steps too. Default 1. */
  readonly gradientScale?: number;
  /** How many times larger than before the gradients of this step are. Default 1. */
  readonly jump?: number;
};

/** Of `updateParametersWithRmsprop`. */
export const rmsprop: Scenarios<RmspropScenario> = {
  visible: [
    { title: "first step with the default hyperparameters", layerDims: [3, 2, 3], earlierSteps: 0, passed: [] },
    { title: "second step, epsilon 0.01", layerDims: [3, 2, 1], earlierSteps: 1, passed: [0.02, 0.8, 0.01] },
    { title: "tenth step", layerDims: [4, 3, 1], earlierSteps: 9, passed: [0.05, 0.9, 1e-8] },
  ],
  hidden: [
    { title: "gradients jump", layerDims: [2, 3, 2], earlierSteps: 6, passed: [0.04, 0.75, 1e-8], jump: 30 },
    { ...deep, title: `${deep.title}, third step`, earlierSteps: 2, passed: [0.03, 0.85, 1e-8] },
    { title: "large epsilon", layerDims: [3, 4, 2], earlierSteps: 1, passed: [0.5, 0.9, 20], gradientScale: 10 },
    { title: "a large learning rate", layerDims: [2, 4, 2], earlierSteps: 20, passed: [15, 0.9375, 1e-8] },
    {
      title: "a single weight and bias, hyperparameters passed as undefined",
      layerDims: [1, 1],
      earlierSteps: 1,
      passed: [undefined, undefined, 0.05],
      gradientScale: 0.2,
    },
    {
      title: "tiny gradients, the default beta2 and epsilon",
      layerDims: [6, 1, 70],
      earlierSteps: 4,
      passed: [0.05],
      gradientScale: 3e-8,
    },
    {
      title: "first step of 1 layer, small gradients",
      layerDims: [2, 70],
      earlierSteps: 0,
      passed: [0.1, 0.95, undefined],
      gradientScale: 1e-4,
    },
    {
      title: "beta2 is 0, a layer of gradients that are 0",
      layerDims: [2, 2, 2],
      stretches: [asDrawn, { values: 1, gradients: 0 }],
      earlierSteps: 3,
      passed: [0.1, 0, 1e-8],
    },
  ],
  small: [
    { title: "one unit, first step with the default hyperparameters", layerDims: [2, 1], earlierSteps: 0, passed: [] },
    { title: "one unit, third step", layerDims: [2, 1], earlierSteps: 2, passed: [0.03, 0.8, 1e-8] },
    {
      title: "one unit, hyperparameters passed as undefined",
      layerDims: [2, 1],
      earlierSteps: 1,
      passed: [undefined, undefined, undefined],
    },
    { title: "one unit, tiny gradients", layerDims: [2, 1], earlierSteps: 2, passed: [0.1], gradientScale: 1e-8 },
    { title: "one unit, gradients jump", layerDims: [2, 1], earlierSteps: 3, passed: [0.1, 0.8, 1e-8], jump: 50 },
    { title: "one unit, beta2 is 0", layerDims: [2, 1], earlierSteps: 2, passed: [0.1, 0, 1e-8] },
    { title: "one unit, epsilon is 0", layerDims: [2, 1], earlierSteps: 2, passed: [0.1, 0.9, 0] },
    { title: "one unit, large epsilon", layerDims: [2, 1], earlierSteps: 2, passed: [0.4, 0.9, 5] },
    { title: "one unit, a learning rate of 0", layerDims: [2, 1], earlierSteps: 2, passed: [0, 0.9, 1e-8] },
    {
      title: "2 layers of one unit, the last listed first",
      layerDims: [1, 1, 1],
      earlierSteps: 2,
      passed: [0.1, 0.8, 1e-8],
      lastFirst: true,
    },
    { title: "10 layers of one unit", layerDims: narrow, earlierSteps: 1, passed: [0.1, 0.8, 1e-8] },
    {
      title: "2 layers of one unit, one of them with gradients of 0",
      layerDims: [1, 1, 1],
      stretches: [asDrawn, { values: 1, gradients: 0 }],
      earlierSteps: 1,
      passed: [0.1, 0.8, 1e-8],
    },
    {
      title: "2 layers of one unit, tiny numbers and huge ones",
      layerDims: [1, 1, 1],
      stretches: [
        { values: 0, gradients: 1e-8 },
        { values: 1e4, gradients: 1e4 },
      ],
      earlierSteps: 1,
      passed: [0.1, 0.8, 1e-8],
    },
    { title: "a layer of 80 units", layerDims: [1, 80], earlierSteps: 1, passed: [0.1, 0.8, 1e-8] },
  ],
};
