import { type CaseGenerator, type CaseInputs, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { Layer } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";
import {
  combineLayers,
  dictionary,
  drawGradients,
  drawLayers,
  evened,
  leastMagnitude,
  scaleLayers,
} from "./small-network.ts";

/** What the numbers of one layer are multiplied by. */
type Stretch = { readonly values: number; readonly gradients: number };

type Shape = {
  readonly title: string;
  readonly layerDims: readonly number[];
  /** First layer first; those that are not named stay as they are. */
  readonly stretches?: readonly Stretch[];
  /** Gradients and averages are listed from the last layer to the first: what belongs together has the same name, not the same place. */
  readonly lastFirst?: boolean;
};

const asDrawn: Stretch = { values: 1, gradients: 1 };

/** So many layers that their numbers have two digits. */
const deep: Shape = {
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

/** A first layer that shows the averages to the last digit, and a second one that shows epsilon. */
const faintSecond: readonly Stretch[] = [asDrawn, { values: 1, gradients: 1e-4 }];

/** `1 - beta2` has no rounding error in float32, whatever it is computed in. */
const exactBeta2 = 1 - 2 ** -12;

const shapes: Scenarios<Shape> = {
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
};

/** Cases of `initializeVelocity` and `initializeAdam`: parameters of many shapes. */
export const initializationCases: CaseGenerator = (random, index, visibility) => {
  const { title, layerDims } = pickScenario(shapes, index, visibility);
  return { title, args: [dictionary("", drawLayers(random, layerDims))] };
};

/** Less than anyone would round a learning rate up to; where parameters are 0, its steps are seen. */
const tinyRate = 0.0005;

const gdLearningRates: Scenarios<number> = { visible: [0.1, 0.01, 0.05], hidden: [0.5, tinyRate, 20, 0.03] };

/** Cases of `updateParametersWithGd`. */
export const gdCases: CaseGenerator = (random, index, visibility) => {
  const { title, ...shape } = pickScenario(shapes, index, visibility);
  const learningRate = pickScenario(gdLearningRates, index, visibility);
  const { layers, gradients } = trainSome(random, { ...shape, earlierSteps: 0, beta1: 0, beta2: 0 });
  return {
    title: `${title}, learning rate ${learningRate}`,
    args: [dictionary("", layers), dictionary("d", gradients, shape), numberValue(learningRate)],
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
    { title: "beta near 1", layerDims: [3, 4, 2], beta: 0.9995, learningRate: 30, earlierSteps: 6 },
    { ...deep, beta: 0.9, learningRate: tinyRate, earlierSteps: 4 },
    { title: "a single weight and bias", layerDims: [1, 1], beta: 0.8, learningRate: 0.3, earlierSteps: 2 },
    { title: "1 layer of many units", layerDims: [4, 70], beta: 0.95, learningRate: 0.5, earlierSteps: 3 },
  ],
};

/** Cases of `updateParametersWithMomentum`: `v` comes from earlier steps of the same run. */
export const momentumCases: CaseGenerator = (random, index, visibility) => {
  const { title, beta, learningRate, ...training } = pickScenario(momentum, index, visibility);
  const { layers, gradients, v } = trainSome(random, { ...training, beta1: beta, beta2: 0 });
  return {
    title: `${title}, learning rate ${learningRate}`,
    args: [
      dictionary("", layers),
      dictionary("d", gradients, training),
      dictionary("d", v, training),
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
  /** How many times larger than before the gradients of this step are. Default 1. */
  readonly jump?: number;
};

const adam: Scenarios<AdamScenario> = {
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
};

/** Cases of `updateParametersWithAdam`: `v` and `s` come from earlier steps of the same run. */
export const adamCases: CaseGenerator = (random, index, visibility): CaseInputs => {
  const { title, t, passed, ...training } = pickScenario(adam, index, visibility);
  const [, beta1 = 0.9, beta2 = 0.999] = passed;
  const run = trainSome(random, { ...training, earlierSteps: Math.min(t - 1, 40), beta1, beta2 });
  const optional = passed.map((value): Value => (value === undefined ? absent : numberValue(value)));
  return {
    title,
    args: [
      dictionary("", run.layers),
      dictionary("d", run.gradients, training),
      dictionary("d", run.v, training),
      dictionary("d", run.s, training),
      numberValue(t),
      ...optional,
    ],
  };
};

type Training = Omit<Shape, "title"> & {
  readonly earlierSteps: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly errorScale?: number;
  readonly jump?: number;
};

type Run = Readonly<Record<"layers" | "gradients" | "v" | "s", readonly Layer[]>>;

/**
 * A network after some steps of training, its moving averages so far, and the gradients of the next step. Networks are
 * drawn until every parameter has a gradient to speak of: a step that is left out must be seen.
 */
function trainSome(random: RandomState, training: Training): Run {
  const { stretches, errorScale = 1 } = training;
  for (;;) {
    const run = trainOnce(random, training);
    if (stretches !== undefined) return stretch(run, stretches);
    if (leastMagnitude(run.gradients) > 0.03 * errorScale) return run;
  }
}

function trainOnce(random: RandomState, training: Training): Run {
  const { layerDims, earlierSteps, beta1, beta2, errorScale = 1, stretches, jump = 1 } = training;
  const draw = (): Layer[] => {
    const gradients = drawGradients(random, layers, errorScale);
    return stretches === undefined ? gradients : evened(gradients);
  };
  let layers = drawLayers(random, layerDims);
  let v = combineLayers(layers, layers, () => 0);
  let s = v;
  for (let step = 0; step < earlierSteps; step++) {
    const gradients = draw();
    v = combineLayers(v, gradients, (average, g) => beta1 * average + (1 - beta1) * g);
    s = combineLayers(s, gradients, (average, g) => beta2 * average + (1 - beta2) * g * g);
    layers = combineLayers(layers, gradients, (value, g) => value - 0.05 * g);
  }
  return { layers, gradients: combineLayers(draw(), layers, (g) => jump * g), v, s };
}

/** Layers whose numbers are tiny, huge or exactly zero, beside ordinary ones; averages go with the gradients. */
function stretch({ layers, gradients, v, s }: Run, stretches: readonly Stretch[]): Run {
  const at = (layer: number): Stretch => stretches[layer] ?? asDrawn;
  const average = (layer: number): number => at(layer).gradients || 1;
  return {
    layers: scaleLayers(layers, (layer) => at(layer).values),
    gradients: scaleLayers(gradients, (layer) => at(layer).gradients),
    v: scaleLayers(v, average),
    s: scaleLayers(s, (layer) => average(layer) ** 2),
  };
}
