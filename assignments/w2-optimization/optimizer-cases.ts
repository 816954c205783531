import { type CaseGenerator, type CaseInputs, pickScenario } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { Layer } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";
import { adam } from "./adam-scenarios.ts";
import { asDrawn, gdLearningRates, momentum, type Shape, type Stretch, shapes } from "./optimizer-scenarios.ts";
import {
  combineLayers,
  dictionary,
  drawGradients,
  drawLayers,
  evened,
  leastMagnitude,
  scaleLayers,
} from "./small-network.ts";

/** Cases of `initializeVelocity` and `initializeAdam`: parameters of many shapes. */
export const initializationCases: CaseGenerator = (random, index, visibility) => {
  const { title, layerDims } = pickScenario(shapes, index, visibility);
  return { title, args: [dictionary("", drawLayers(random, layerDims))] };
};

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
