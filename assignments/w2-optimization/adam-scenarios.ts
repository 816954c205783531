import type { Scenarios } from "../catalog/case.ts";
import { asDrawn, deep, narrow, type Shape, type Stretch } from "./optimizer-scenarios.ts";

/** A first layer that shows the averages to the last digit, and a second one that shows epsilon. */
const faintSecond: readonly Stretch[] = [asDrawn, { values: 1, gradients: 1e-4 }];

/** `1 - beta2` has no rounding error in float32, whatever it is computed in. */
const exactBeta2 = 1 - 2 ** -12;

type AdamScenario = Shape & {
  readonly t: number;
  /** learningRate, beta1, beta2, epsilon as passed; undefined is passed as `undefined`, the missing rest not at all. */
  readonly passed: readonly (number | undefined)[];
  readonly errorScale?: number;
  /** How many times larger than before the gradients of this step are. Default 1. */
  readonly jump?: number;
};

/** Of `updateParametersWithAdam`. */
export const adam: Scenarios<AdamScenario> = {
  visible: [
    { title: "first step with the default hyperparameters", layerDims: [3, 2, 3], t: 1, passed: [] },
    { title: "second step, epsilon 0.01", layerDims: [3, 2, 1], t: 2, passed: [0.02, 0.8, 0.888, 1e-2] },
    { title: "tenth step", layerDims: [4, 3, 1], t: 10, passed: [0.05, 0.9, 0.99, 1e-8] },
  ],
  hidden: [
    {
      title: "beta1 is 0, gradients jump",
      layerDims: [2, 3, 2],
      t: 2000,
      passed: [0.04, 0, exactBeta2, 1e-8],
      jump: 100,
      stretches: faintSecond,
    },
    { ...deep, title: `${deep.title}, third step`, t: 3, passed: [0.03, 0.85, 0.98, 1e-8] },
    { title: "large epsilon", layerDims: [3, 4, 2], t: 2, passed: [0.5, 0.9, 0.999, 20], errorScale: 10 },
    {
      title: "step 3000",
      layerDims: [2, 4, 2],
      t: 3000,
      passed: [15, 0.9, exactBeta2, 1e-8],
      stretches: faintSecond,
    },
    {
      title: "a single weight and bias, hyperparameters passed as undefined",
      layerDims: [1, 1],
      t: 2,
      passed: [undefined, undefined, undefined, 0.05],
      errorScale: 0.2,
    },
    {
      title: "tiny gradients, default betas and epsilon",
      layerDims: [6, 1, 70],
      t: 5,
      passed: [0.05],
      errorScale: 3e-7,
    },
    {
      title: "first step of 1 layer, small gradients",
      layerDims: [2, 70],
      t: 1,
      passed: [0.1, 0.7, 0.95, undefined],
      errorScale: 1e-4,
    },
  ],
  small: [
    { title: "one unit, first step with the default hyperparameters", layerDims: [2, 1], t: 1, passed: [] },
    { title: "one unit, third step", layerDims: [2, 1], t: 3, passed: [0.03, 0.8, 0.95, 1e-8] },
    {
      title: "hyperparameters passed as undefined",
      layerDims: [2, 1],
      t: 2,
      passed: [undefined, undefined, undefined, undefined],
    },
    {
      title: "the default betas and epsilon, tiny gradients",
      layerDims: [2, 1],
      t: 3,
      passed: [0.1],
      errorScale: 1e-6,
    },
    { title: "beta1 is 0, gradients jump", layerDims: [2, 1], t: 4, passed: [0.1, 0, 0.99, 1e-8], jump: 200 },
    { title: "beta2 is 0", layerDims: [2, 1], t: 4, passed: [0.1, 0.9, 0, 1e-8] },
    { title: "epsilon is 0", layerDims: [2, 1], t: 4, passed: [0.1, 0.9, 0.99, 0] },
    { title: "large epsilon", layerDims: [2, 1], t: 4, passed: [0.4, 0.9, 0.99, 5] },
    { title: "a learning rate of 0", layerDims: [2, 1], t: 4, passed: [0, 0.9, 0.99, 1e-8] },
    { title: "step 4000", layerDims: [2, 1], t: 4000, passed: [15, 0.9, exactBeta2, 1e-8] },
    {
      title: "the last layer listed first",
      layerDims: [1, 1, 1],
      t: 2,
      passed: [0.1, 0.8, 0.95, 1e-8],
      lastFirst: true,
    },
    { title: "2 layers of equal shapes", layerDims: [2, 2, 2], t: 2, passed: [0.1, 0.8, 0.95, 1e-8] },
    { title: "10 layers of one unit", ...narrow, t: 2, passed: [0.1, 0.8, 0.95, 1e-8] },
    {
      title: "a layer with parameters of 0, and one with gradients of 0",
      layerDims: [2, 1, 1],
      stretches: [
        { values: 0, gradients: 1e-8 },
        { values: 1, gradients: 0 },
      ],
      t: 3,
      passed: [0.03, 0.85, 0.98, 1e-8],
    },
    {
      title: "large gradients",
      layerDims: [2, 1, 1],
      stretches: [
        { values: 1e4, gradients: 100 },
        { values: 0, gradients: 1e4 },
      ],
      t: 3,
      passed: [0.03, 0.85, 0.98, 1e-8],
    },
  ],
};
