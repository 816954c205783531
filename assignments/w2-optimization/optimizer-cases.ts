import { type CaseGenerator, type CaseInputs, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, recordValue } from "../values/case-value.ts";
import { type Layer, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue, Value } from "../values/value.ts";
import { combineLayers, drawGradients, drawLayers, leastMagnitude } from "./small-network.ts";

type Shape = { readonly title: string; readonly layerDims: readonly number[] };

const shapes: Scenarios<Shape> = {
  visible: [
    { title: "2 layers", layerDims: [3, 2, 3] },
    { title: "1 layer", layerDims: [4, 1] },
    { title: "3 layers of different widths", layerDims: [4, 5, 3, 2] },
  ],
  hidden: [
    { title: "5 layers", layerDims: [5, 4, 3, 3, 2, 1] },
    { title: "a single weight and bias", layerDims: [1, 1] },
    { title: "1 layer with more units than inputs", layerDims: [2, 6] },
    { title: "2 layers with one unit between them", layerDims: [6, 1, 4] },
    { title: "layers of equal shapes", layerDims: [3, 3, 3] },
    { title: "3 layers that widen", layerDims: [1, 2, 4, 7] },
  ],
};

/** Cases of `initializeVelocity` and `initializeAdam`: parameters of many shapes. */
export const initializationCases: CaseGenerator = (random, index, visibility) => {
  const { title, layerDims } = pickScenario(shapes, index, visibility);
  return { title, args: [dictionary("", drawLayers(random, layerDims))] };
};

const gdLearningRates: Scenarios<number> = { visible: [0.1, 0.01, 0.05], hidden: [0.2, 0.5, 0.03, 0.15, 1, 0.007] };

/** Cases of `updateParametersWithGd`. */
export const gdCases: CaseGenerator = (random, index, visibility) => {
  const { title, layerDims } = pickScenario(shapes, index, visibility);
  const learningRate = pickScenario(gdLearningRates, index, visibility);
  const { layers, gradients } = trainSome(random, { layerDims, earlierSteps: 0, beta1: 0, beta2: 0, errorScale: 1 });
  return {
    title: `${title}, learning rate ${learningRate}`,
    args: [dictionary("", layers), dictionary("d", gradients), numberValue(learningRate)],
  };
};

type MomentumScenario = Shape & { readonly beta: number; readonly learningRate: number; readonly earlierSteps: number };

const momentum: Scenarios<MomentumScenario> = {
  visible: [
    { title: "first step, v is 0", layerDims: [3, 2, 3], beta: 0.9, learningRate: 0.1, earlierSteps: 0 },
    { title: "fourth step", layerDims: [4, 3, 1], beta: 0.9, learningRate: 0.05, earlierSteps: 3 },
    { title: "beta is 0", layerDims: [2, 3, 2], beta: 0, learningRate: 0.1, earlierSteps: 2 },
  ],
  hidden: [
    { title: "5 layers", layerDims: [5, 4, 3, 3, 2, 1], beta: 0.9, learningRate: 0.3, earlierSteps: 4 },
    { title: "beta near 1", layerDims: [3, 4, 2], beta: 0.99, learningRate: 0.8, earlierSteps: 6 },
    { title: "a single weight and bias", layerDims: [1, 1], beta: 0.8, learningRate: 0.3, earlierSteps: 2 },
    { title: "1 layer", layerDims: [4, 2], beta: 0.95, learningRate: 0.5, earlierSteps: 3 },
    { title: "first step of 3 layers, v is 0", layerDims: [3, 4, 2, 2], beta: 0.7, learningRate: 0.1, earlierSteps: 0 },
    { title: "one unit between layers", layerDims: [6, 1, 4], beta: 0.6, learningRate: 0.04, earlierSteps: 3 },
  ],
};

/** Cases of `updateParametersWithMomentum`: `v` comes from earlier steps of the same run. */
export const momentumCases: CaseGenerator = (random, index, visibility) => {
  const { title, layerDims, beta, learningRate, earlierSteps } = pickScenario(momentum, index, visibility);
  const { layers, gradients, v } = trainSome(random, { layerDims, earlierSteps, beta1: beta, beta2: 0, errorScale: 1 });
  return {
    title: `${title}, learning rate ${learningRate}`,
    args: [
      dictionary("", layers),
      dictionary("d", gradients),
      dictionary("d", v),
      numberValue(beta),
      numberValue(learningRate),
    ],
  };
};

type AdamScenario = Shape & {
  readonly t: number;
  /** learningRate, beta1, beta2, epsilon as passed; undefined is passed as `undefined`, the missing rest not at all. */
  readonly passed: readonly (number | undefined)[];
  readonly errorScale?: number;
};

const adam: Scenarios<AdamScenario> = {
  visible: [
    { title: "first step with the default hyperparameters", layerDims: [3, 2, 3], t: 1, passed: [] },
    { title: "second step, epsilon 0.01", layerDims: [3, 2, 1], t: 2, passed: [0.02, 0.8, 0.888, 1e-2] },
    { title: "tenth step", layerDims: [4, 3, 1], t: 10, passed: [0.05, 0.9, 0.99, 1e-8] },
  ],
  hidden: [
    { title: "5 layers, third step", layerDims: [5, 4, 3, 3, 2, 1], t: 3, passed: [0.03, 0.85, 0.98, 1e-8] },
    { title: "beta1 is 0", layerDims: [2, 3, 2], t: 4, passed: [0.04, 0, 0.95, 1e-8] },
    { title: "large epsilon", layerDims: [3, 4, 2], t: 2, passed: [0.1, 0.9, 0.999, 0.1] },
    { title: "step 1000", layerDims: [2, 4, 2], t: 1000, passed: [0.02, 0.9, 0.999, 1e-8] },
    {
      title: "a single weight and bias, hyperparameters passed as undefined",
      layerDims: [1, 1],
      t: 2,
      passed: [undefined, undefined, undefined, 0.05],
    },
    {
      title: "tiny gradients, default betas and epsilon",
      layerDims: [6, 1, 4],
      t: 5,
      passed: [0.05],
      errorScale: 3e-7,
    },
    { title: "first step of 1 layer", layerDims: [2, 5], t: 1, passed: [0.1, 0.7, 0.95, undefined] },
  ],
};

/** Cases of `updateParametersWithAdam`: `v` and `s` come from earlier steps of the same run. */
export const adamCases: CaseGenerator = (random, index, visibility): CaseInputs => {
  const { title, layerDims, t, passed, errorScale = 1 } = pickScenario(adam, index, visibility);
  const [, beta1 = 0.9, beta2 = 0.999] = passed;
  const earlierSteps = Math.min(t - 1, 40);
  const run = trainSome(random, { layerDims, earlierSteps, beta1, beta2, errorScale });
  const optional = passed.map((value): Value => (value === undefined ? absent : numberValue(value)));
  return {
    title,
    args: [
      dictionary("", run.layers),
      dictionary("d", run.gradients),
      dictionary("d", run.v),
      dictionary("d", run.s),
      numberValue(t),
      ...optional,
    ],
  };
};

type Training = {
  readonly layerDims: readonly number[];
  readonly earlierSteps: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly errorScale: number;
};

/**
 * A network after some steps of training, its moving averages so far, and the gradients of the next step. Networks are
 * drawn until every parameter has a gradient to speak of: a step that is left out must be seen.
 */
function trainSome(random: RandomState, training: Training) {
  for (;;) {
    const run = trainOnce(random, training);
    if (leastMagnitude(run.gradients) > 0.03 * training.errorScale) return run;
  }
}

function trainOnce(random: RandomState, { layerDims, earlierSteps, beta1, beta2, errorScale }: Training) {
  let layers = drawLayers(random, layerDims);
  let v = combineLayers(layers, layers, () => 0);
  let s = v;
  for (let step = 0; step < earlierSteps; step++) {
    const gradients = drawGradients(random, layers, errorScale);
    v = combineLayers(v, gradients, (average, g) => beta1 * average + (1 - beta1) * g);
    s = combineLayers(s, gradients, (average, g) => beta2 * average + (1 - beta2) * g * g);
    layers = combineLayers(layers, gradients, (value, g) => value - 0.05 * g);
  }
  return { layers, gradients: drawGradients(random, layers, errorScale), v, s };
}

/** `W1, b1, W2, …`, or with the prefix "d" `dW1, db1, dW2, …`. */
function dictionary(prefix: "" | "d", layers: readonly Layer[]): RecordValue {
  return recordValue(
    layers.flatMap(({ W, b }, i) => [
      [`${prefix}W${i + 1}`, toTensor(W)] as const,
      [`${prefix}b${i + 1}`, toTensor(b)] as const,
    ]),
  );
}
