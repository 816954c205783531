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
export const deep: Shape = {
  title: "11 layers, some of them tiny, huge or zero",
  layerDims: [3, 2, 2, 3, 2, 2, 1, 2, 3, 2, 2, 1],
  stretches: [
    asDrawn,
    // Against a parameter of 0, even the smallest step is seen.
    { values: 0, gradients: 1e-8 },
    { values: 1e4, gradients: 100 },
    { values: 1, gradients: 0 },
    { values: 1e-8, gradients: 1e-8 },
    { values: 0, gradients: 1e4 },
  ],
  lastFirst: true,
};

/** Ten layers of one unit, the fewest numbers that have names with two digits; all gradients are of a size. */
export const narrow = { layerDims: Array.from({ length: 11 }, () => 1), stretches: [asDrawn] } as const;

/** Of the exercises that look at parameters and gradients alone. */
export const shapes: Scenarios<Shape> = {
  visible: [
    { title: "2 layers", layerDims: [3, 2, 3] },
    // As many numbers as in three units of three inputs, twice: of a size, and of another shape.
    { title: "1 layer", layerDims: [7, 3] },
    { title: "3 layers of different widths", layerDims: [4, 5, 3, 2] },
  ],
  hidden: [
    { title: "a single weight and bias", layerDims: [1, 1] },
    deep,
    { title: "layers of equal shapes", layerDims: [3, 3, 3] },
    { title: "3 layers that widen", layerDims: [1, 2, 4, 70] },
  ],
  small: [
    { title: "one unit", layerDims: [2, 1] },
    { title: "one input", layerDims: [1, 2] },
    { title: "2 layers of equal shapes", layerDims: [2, 2, 2] },
    { title: "2 layers of one unit, the last listed first", layerDims: [1, 1, 1], lastFirst: true },
    { title: "3 layers of one unit", layerDims: [1, 1, 1, 1] },
    { title: "10 layers of one unit", ...narrow },
    {
      title: "2 layers, one of them with parameters of 0",
      layerDims: [2, 1, 1],
      stretches: [{ values: 0, gradients: 1 }],
    },
    {
      title: "2 layers, one of them with gradients of 0",
      layerDims: [2, 1, 1],
      stretches: [{ values: 1, gradients: 0 }],
    },
    {
      title: "2 layers, tiny numbers and huge ones",
      layerDims: [2, 1, 1],
      stretches: [
        { values: 0, gradients: 1e-8 },
        { values: 1e4, gradients: 1e4 },
      ],
    },
    { title: "a layer of many units", layerDims: [1, 40] },
  ],
};

/** Less than anyone would round a learning rate up to; where parameters are 0, its steps are seen. */
const tinyRate = 0.0005;

/** In the order of {@link shapes}. */
export const gdLearningRates: Scenarios<number> = {
  visible: [0.1, 0.01, 0.05],
  hidden: [0.5, tinyRate, 20, 0.03],
  small: [0.2, 4, 0, 0.3, 0.1, 0.2, 0.0007, 0.1, 0.0007, 0.3],
};

type MomentumScenario = Shape & { readonly beta: number; readonly learningRate: number; readonly earlierSteps: number };

/** Of `updateParametersWithMomentum`. */
export const momentum: Scenarios<MomentumScenario> = {
  visible: [
    { title: "first step, v is 0", layerDims: [3, 2, 3], beta: 0.9, learningRate: 0.1, earlierSteps: 0 },
    { title: "fourth step", layerDims: [4, 3, 1], beta: 0.9, learningRate: 0.05, earlierSteps: 3 },
    { title: "beta is 0", layerDims: [2, 3, 2], beta: 0, learningRate: 0.1, earlierSteps: 2 },
  ],
  hidden: [
    { title: "beta near 1", layerDims: [3, 4, 2], beta: 0.9995, learningRate: 30, earlierSteps: 6 },
    { ...deep, beta: 0.9, learningRate: tinyRate, earlierSteps: 4 },
    { title: "a single weight and bias", layerDims: [1, 1], beta: 0.8, learningRate: 0.3, earlierSteps: 2 },
    { title: "1 layer of many units", layerDims: [4, 70], beta: 0.95, learningRate: 0.5, earlierSteps: 3 },
  ],
  small: [
    { title: "one unit, second step", layerDims: [2, 1], beta: 0.9, learningRate: 0.1, earlierSteps: 1 },
    { title: "beta is 0.5, v is 0", layerDims: [1, 1, 1], beta: 0.5, learningRate: 0.1, earlierSteps: 0 },
    { title: "beta near 1", layerDims: [2, 1], beta: 0.998, learningRate: 8, earlierSteps: 3 },
    { title: "one unit, third step", layerDims: [2, 1], beta: 0.8, learningRate: 0, earlierSteps: 2 },
    { title: "2 layers of equal shapes", layerDims: [2, 2, 2], beta: 0.7, learningRate: 0.2, earlierSteps: 2 },
    {
      title: "the last layer listed first",
      layerDims: [1, 1, 1],
      beta: 0.8,
      learningRate: 0.2,
      earlierSteps: 2,
      lastFirst: true,
    },
    { title: "10 layers of one unit", ...narrow, beta: 0.8, learningRate: 0.2, earlierSteps: 2 },
    {
      title: "a layer with parameters of 0, and one with gradients of 0",
      layerDims: [2, 1, 1],
      stretches: [
        { values: 0, gradients: 1e-8 },
        { values: 1, gradients: 0 },
      ],
      beta: 0.9,
      learningRate: 0.0007,
      earlierSteps: 2,
    },
    {
      title: "large gradients",
      layerDims: [2, 1, 1],
      stretches: [
        { values: 1e4, gradients: 100 },
        { values: 0, gradients: 1e4 },
      ],
      beta: 0.9,
      learningRate: 0.0007,
      earlierSteps: 2,
    },
    { title: "a layer of many units", layerDims: [1, 40], beta: 0.9, learningRate: 0.2, earlierSteps: 2 },
  ],
};
