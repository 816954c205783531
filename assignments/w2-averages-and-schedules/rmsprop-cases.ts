import { type CaseGenerator, pickScenario } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import { combine, type Layer } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";
import { dictionary, drawLayers, mapLayers } from "./layer-drawings.ts";
import { asDrawn, rmsprop, shapes } from "./rmsprop-scenarios.ts";

/** Cases of `initializeRmsprop`: parameters of many shapes. */
export const initializationCases: CaseGenerator = (random, index, list) => {
  const { title, layerDims } = pickScenario(shapes, index, list);
  return { title, args: [dictionary("", drawLayers(random, layerDims))] };
};

/** Cases of `updateParametersWithRmsprop`: `s` is what earlier gradients have left. */
export const rmspropCases: CaseGenerator = (random, index, list) => {
  const scenario = pickScenario(rmsprop, index, list);
  const { title, layerDims, stretches = [], earlierSteps, passed, gradientScale = 1, jump = 1 } = scenario;
  const at = (layer: number) => stretches[layer] ?? asDrawn;
  const drawGradients = (): Layer[] =>
    mapLayers(drawLayers(random, layerDims), (value, layer) => value * gradientScale * at(layer).gradients + 0);
  const parameters = mapLayers(drawLayers(random, layerDims), (value, layer) => value * at(layer).values + 0);
  const [, beta2 = 0.9] = passed;
  const s = averageSquares(random, layerDims, earlierSteps, beta2, drawGradients);
  const gradients = mapLayers(drawGradients(), (value) => jump * value);
  return {
    title,
    args: [
      dictionary("", parameters),
      dictionary("d", gradients, scenario),
      dictionary("d", s, scenario),
      ...passed.map((value): Value => (value === undefined ? absent : numberValue(value))),
    ],
  };
};

/** The average of squared gradients after some steps; zeros after none. */
function averageSquares(
  random: RandomState,
  layerDims: readonly number[],
  steps: number,
  beta2: number,
  drawGradients: () => Layer[],
): Layer[] {
  let s = mapLayers(drawLayers(random, layerDims), () => 0);
  const average = (past: number, g: number): number => beta2 * past + (1 - beta2) * g * g;
  for (let step = 0; step < steps; step++) {
    const gradients = drawGradients();
    s = s.map(({ W, b }, i) => {
      const layer = gradients[i] ?? { W, b };
      return { W: combine(W, layer.W, average), b: combine(b, layer.b, average) };
    });
  }
  return s;
}
