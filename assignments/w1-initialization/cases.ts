import {
  type CaseGenerator,
  type CaseGenerators,
  type CaseInputs,
  pickScenario,
  type Scenarios,
} from "../catalog/case.ts";
import { RandomState } from "../values/random-state.ts";
import type { ArrayValue } from "../values/value.ts";

/** A width, or the lowest and highest one to draw. */
type Width = number | readonly [low: number, high: number];

type Scenario = Pick<CaseInputs, "title" | "judgedBy"> & {
  readonly widths: readonly Width[];
  /** Whether some draw lies far out, so that weights that are cut off are seen. */
  readonly farOut?: boolean;
};

/** Widths of neighbouring layers do not overlap where it matters that W is not square. */
const networks: Scenarios<Scenario> = {
  visible: [
    { title: "2 layers", widths: [3, 2, 1] },
    { title: "1 layer", widths: [2, 4] },
    { title: "3 layers of different widths", widths: [5, 4, 3, 1] },
  ],
  hidden: [
    { title: "3 layers, wide in the middle", widths: [2, 11, 5, 1] },
    { title: "a single weight and bias", widths: [1, 1] },
    { title: "11 layers", widths: [[11, 13], [8, 9], [6, 7], [4, 5], [2, 3], 1, [2, 4], 3, [2, 3], 2, 2, 1] },
    { title: "layers of equal widths", widths: [3, 3, 3] },
    { title: "3 layers, of as many units as those that are wide in the middle", widths: [2, 5, 11, 1] },
    { title: "one input, layers that widen", widths: [1, [2, 3], [30, 40], [120, 140]], farOut: true },
  ],
  small: [
    { title: "one unit", widths: [2, 1] },
    { title: "one input", widths: [1, 2] },
    { title: "2 layers of equal widths", widths: [2, 2, 2] },
    { title: "2 layers of one unit", widths: [1, 1, 1] },
    { title: "3 layers that narrow", widths: [4, 3, 2, 1] },
    { title: "3 layers that widen", widths: [1, 2, 3, 4] },
    { title: "10 layers of one unit", widths: Array.from({ length: 11 }, () => 1) },
    { title: "a layer of many units", widths: [2, [30, 40]] },
    { title: "many inputs", widths: [[60, 80], 2] },
  ],
};

const spread: Scenario = {
  title: "a wide network, of which the spread of the weights is looked at",
  widths: [100, 120, 50, 1],
  judgedBy: "properties",
};

const randomNetworks: Scenarios<Scenario> = {
  ...networks,
  visible: [networks.visible[0], { title: "1 layer", widths: [2, 4] }, spread],
};

const heNetworks: Scenarios<Scenario> = {
  ...networks,
  visible: [
    networks.visible[0],
    { title: "one unit between layers", widths: [3, 1, 2] },
    { title: "a layer with 2 inputs", widths: [2, 4, 1] },
    spread,
  ],
  hidden: [...networks.hidden, { title: "many inputs", widths: [[400, 600], [70, 90], [3, 5], 2] }],
};

/** Cases of `initializeParametersZeros`: widths alone. */
const zerosCases: CaseGenerator = (random, index, visibility) => {
  const { title, widths } = pickScenario(networks, index, visibility);
  return { title, args: [layerDims(random, widths)] };
};

/** Cases of an exercise that draws: widths and a generator. */
const drawnCases =
  (scenarios: Scenarios<Scenario>): CaseGenerator =>
  (random, index, visibility) => {
    const { widths, farOut = false, ...scenario } = pickScenario(scenarios, index, visibility);
    const dims = layerDims(random, widths);
    return { ...scenario, args: [dims, { kind: "rng", seed: drawSeed(random, farOut ? [...dims.data] : []) }] };
  };

/** Standard deviations from the mean that some draw must lie away where it is to be far out: one of 16000 does. */
const farAway = 4;

/** A seed; of a network with these widths, if any, one of whose weights lies far out. */
function drawSeed(random: RandomState, widths: readonly number[]): number {
  const weights = widths.slice(1).reduce((sum, units, i) => sum + units * (widths[i] ?? 0), 0);
  for (;;) {
    const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
    if (weights === 0 || new RandomState(seed).randn(weights).some((draw) => Math.abs(draw) > farAway)) return seed;
  }
}

/** The case generators of the assignment, by exercise. */
export const generators: CaseGenerators = {
  initializeParametersZeros: zerosCases,
  initializeParametersRandom: drawnCases(randomNetworks),
  initializeParametersHe: drawnCases(heNetworks),
};

function layerDims(random: RandomState, widths: readonly Width[]): ArrayValue {
  const drawn = widths.map((width) => {
    if (typeof width === "number") return width;
    const [low, high] = width;
    return random.randint(low, high + 1, 1)[0] ?? low;
  });
  return { kind: "array", shape: [drawn.length], data: Float64Array.from(drawn) };
}
