import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { type Matrix, matrixOf, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";

/** What unit i is like: its activation for example j of m, from a draw. Which signs and zeros there are does not depend on chance. */
const units = {
  spread: (draw: number, { i, j }: Place) => Math.tanh((i + j) % 2 === 0 ? Math.abs(draw) : -Math.abs(draw)),
  /** 0 for the first example, where there are several, above 0 for the second; of the first unit, for all others. */
  rectified: (draw: number, { i, j, m }: Place) => {
    if (j === 0 && m > 1) return 0;
    return i === 0 || j < 2 ? 0.1 + Math.abs(draw) : Math.max(draw, 0);
  },
  /** 0 for every example. */
  dead: () => 0,
  /** More units at 1 with every example. */
  saturated: (_: number, { i, j }: Place) => (i < 2 + j ? 1 : -1),
  /** 0 for every example but the last. */
  late: (draw: number, { j, m }: Place) => (j === m - 1 ? 0.1 + Math.abs(draw) : 0),
  /** 0 once, otherwise below. */
  touching: (draw: number, { j }: Place) => (j === 0 ? 0 : -0.1 - Math.abs(draw)),
  negative: (draw: number) => -0.1 - Math.abs(draw),
  constant: () => 0.5,
  /** Pairs that add up to 0, in any order and precision. */
  cancelling: (draw: number, { j }: Place) => ((j % 2 === 0 ? 1 : -1) * (1 + Math.floor(Math.abs(draw * 64)))) / 64,
} as const satisfies Record<string, (draw: number, place: Place) => number>;

type Place = { readonly i: number; readonly j: number; readonly m: number };

type LayerPlan = {
  readonly units: number;
  /** In turn. */
  readonly kinds: readonly (keyof typeof units)[];
  /** Default 1. */
  readonly scale?: number;
};

type Scenario = { readonly title: string; readonly m: number; readonly layers: readonly LayerPlan[] };

const relu = (units: number): LayerPlan => ({ units, kinds: ["rectified", "dead", "rectified"] });
const tanh = (units: number, scale = 1): LayerPlan => ({ units, kinds: ["spread"], scale });

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "3 layers of tanh, nothing dead", m: 4, layers: [tanh(3), tanh(4), tanh(2)] },
    { title: "2 layers of relu, dead units", m: 5, layers: [relu(5), relu(4)] },
    { title: "1 layer, units that are 0 for some examples", m: 4, layers: [{ units: 3, kinds: ["rectified"] }] },
  ],
  hidden: [
    { title: "one example, relu", m: 1, layers: [relu(3), { units: 4, kinds: ["dead", "spread"] }] },
    { title: "a single activation", m: 1, layers: [{ units: 1, kinds: ["negative"] }] },
    {
      title: "units whose activations add up to 0",
      m: 4,
      layers: [
        { units: 3, kinds: ["cancelling"] },
        { units: 4, kinds: ["cancelling", "dead"] },
      ],
    },
    {
      title: "units that are never above 0",
      m: 5,
      layers: [
        { units: 4, kinds: ["touching", "dead", "negative"] },
        { units: 3, kinds: ["negative", "spread"] },
      ],
    },
    {
      title: "a layer that is dead altogether, and a saturated one",
      m: 3,
      layers: [
        { units: 3, kinds: ["dead"] },
        { units: 5, kinds: ["saturated"] },
        { units: 2, kinds: ["constant"] },
      ],
    },
    { title: "70 layers that fade", m: 3, layers: Array.from({ length: 70 }, (_, l) => tanh(2 + (l % 3), 0.85 ** l)) },
    { title: "tiny activations, a dead unit", m: 5, layers: [{ ...relu(4), scale: 1e-8 }] },
    { title: "large activations", m: 3, layers: [{ ...relu(5), scale: 3000 }, relu(3)] },
    { title: "66 examples", m: 66, layers: [relu(2), { units: 1, kinds: ["late"] }] },
    { title: "a layer of 66 units", m: 2, layers: [relu(66)] },
  ],
  small: [
    { title: "one unit, 2 examples", m: 2, layers: [tanh(1)] },
    { title: "2 units, one of them dead", m: 2, layers: [{ units: 2, kinds: ["dead", "spread"] }] },
    { title: "2 layers of one unit", m: 2, layers: [tanh(1), tanh(1)] },
    { title: "one example, a dead unit", m: 1, layers: [{ units: 3, kinds: ["spread", "dead"] }] },
    { title: "a unit that is 0 for some examples", m: 3, layers: [{ units: 2, kinds: ["rectified"] }] },
    { title: "a unit whose activations add up to 0", m: 2, layers: [{ units: 2, kinds: ["cancelling", "spread"] }] },
    {
      title: "a unit that is 0 once and below 0 otherwise",
      m: 3,
      layers: [{ units: 2, kinds: ["touching", "spread"] }],
    },
    { title: "a unit that is below 0 always", m: 2, layers: [{ units: 2, kinds: ["negative", "spread"] }] },
    { title: "a dead layer", m: 2, layers: [{ units: 2, kinds: ["dead"] }, tanh(2)] },
    { title: "tiny activations", m: 2, layers: [tanh(2, 1e-8)] },
    { title: "large activations", m: 2, layers: [tanh(2, 1000)] },
    { title: "65 examples", m: 65, layers: [{ units: 2, kinds: ["late"] }] },
  ],
};

/** Cases of `activationStatistics`. */
export const statisticsCases: CaseGenerator = (random, index, list) => {
  const { title, m, layers } = pickScenario(scenarios, index, list);
  return { title, args: [{ kind: "list", items: layers.map((layer) => toTensor(drawLayer(random, layer, m))) }] };
};

function drawLayer(random: RandomState, { units: count, kinds, scale = 1 }: LayerPlan, m: number): Matrix {
  const draws = random.randn(count * m);
  return matrixOf(count, m, (i, j) => {
    const kind = kinds[i % kinds.length] ?? "spread";
    // Both examples of a pair are made from one draw.
    const draw = draws[i * m + (kind === "cancelling" ? j - (j % 2) : j)] ?? 0;
    return scale * units[kind](draw, { i, j, m });
  });
}
