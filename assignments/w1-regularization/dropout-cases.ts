import { type CaseGenerator, type CaseInputs, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import { type Matrix, mapMatrix, toTensor } from "../values/matrix.ts";
import { RandomState } from "../values/random-state.ts";
import { cacheRecord, type DrawnNetwork, drawNetwork, type NetworkPlan, parametersRecord } from "./draw-network.ts";

type Scenario = Omit<NetworkPlan, "keepProb"> &
  Pick<CaseInputs, "title" | "judgedBy"> & {
    /** `undefined` is passed as such; `a draw` is one of the numbers that the generator draws. */
    readonly keepProb: number | undefined | "a draw";
    /** Inputs and biases so small that nothing in the hidden layers is larger than {@link tiny}; or an output so sure that its exponential overflows. */
    readonly reshaped?: "shrunk" | "overflowing";
  };

/** Far below every tolerance, and a power of 2, so that everything stays as it was but for its size. */
const tiny = 2 ** -24;

/** Above 88, e to that power is no float32. */
const largeLogit = 120;

const defaultKeepProb = 0.5;

const forward: Scenarios<Scenario> = {
  visible: [
    { title: "5 examples, keepProb 0.7", widths: [3, 4, 3, 1], m: 5, keepProb: 0.7 },
    { title: "keepProb passed as undefined", widths: [2, 4, 3, 1], m: 4, keepProb: undefined },
    { title: "keepProb 1: nothing is dropped", widths: [4, 3, 2, 1], m: 3, keepProb: 1 },
    {
      title: "wide layers, of which averages are looked at",
      widths: [4, 60, 50, 1],
      m: 40,
      keepProb: 0.8,
      judgedBy: "properties",
      cornerMargin: 0,
    },
  ],
  hidden: [
    { title: "most units dropped", widths: [3, 6, 5, 1], m: 4, keepProb: 0.3 },
    {
      title: "one example, large inputs, a large logit",
      widths: [4, 5, 3, 1],
      m: 1,
      keepProb: 0.6,
      inputScale: 10,
      cornerMargin: 1,
      showsRelu: true,
      reshaped: "overflowing",
    },
    { title: "70 examples, few units dropped", widths: [2, 4, 3, 1], m: 70, keepProb: 0.86 },
    { title: "a draw equal to keepProb", widths: [3, 4, 5, 1], m: 5, keepProb: "a draw" },
    {
      title: "keepProb 1 and one example, a dead unit in each layer",
      widths: [5, 4, 3, 1],
      m: 1,
      keepProb: 1,
      firstUnits: "dead",
    },
    {
      title: "keepProb passed as undefined, tiny inputs and biases, units just active",
      widths: [5, 3, 6, 1],
      m: 3,
      keepProb: undefined,
      firstUnits: "faint",
      reshaped: "shrunk",
    },
    { title: "almost all units dropped", widths: [1, 70, 60, 1], m: 6, keepProb: 0.02, inputScale: 3, cornerMargin: 0 },
  ],
  small: [
    { title: "one example", widths: [2, 4, 4, 1], m: 1, keepProb: 0.6 },
    { title: "2 examples", widths: [2, 3, 3, 1], m: 2, keepProb: 0.8 },
    { title: "most units dropped", widths: [2, 4, 4, 1], m: 2, keepProb: 0.25 },
    { title: "keepProb 1, one example", widths: [2, 2, 2, 1], m: 1, keepProb: 1 },
    { title: "keepProb passed as undefined, one example", widths: [2, 3, 3, 1], m: 1, keepProb: undefined },
    { title: "a draw equal to keepProb", widths: [2, 3, 3, 1], m: 2, keepProb: "a draw" },
    { title: "a dead unit in each layer", widths: [2, 3, 3, 1], m: 2, keepProb: 0.7, firstUnits: "dead" },
    { title: "large inputs", widths: [2, 3, 3, 1], m: 2, keepProb: 0.7, inputScale: 8, cornerMargin: 0.5 },
    { title: "a large logit", widths: [2, 4, 4, 1], m: 1, keepProb: 0.7, reshaped: "overflowing" },
    {
      title: "tiny inputs and biases",
      widths: [2, 3, 4, 1],
      m: 2,
      keepProb: 0.7,
      firstUnits: "faint",
      reshaped: "shrunk",
    },
    { title: "almost all units dropped", widths: [1, 24, 16, 1], m: 3, keepProb: 0.05, cornerMargin: 1e-3 },
    { title: "30 examples", widths: [2, 3, 2, 1], m: 30, keepProb: 0.8, cornerMargin: 1e-4 },
  ],
};

/** Cases of `forwardPropagationWithDropout`. */
export const dropoutForwardCases: CaseGenerator = (random, index, visibility) => {
  const { title, judgedBy, keepProb, reshaped, ...plan } = pickScenario(forward, index, visibility);
  for (;;) {
    const wanted = keepProb === "a draw" ? undefined : (keepProb ?? defaultKeepProb);
    const wantedPlan = wanted === undefined || judgedBy ? plan : { ...plan, keepProb: wanted };
    const drawn = reshape(drawNetwork(random, wantedPlan), reshaped);
    const tied = keepProb === "a draw" ? drawOfActiveUnit(drawn) : keepProb;
    if (keepProb === "a draw" && tied === undefined) continue;
    const args = [toTensor(drawn.X), parametersRecord(drawn), tied === undefined ? absent : numberValue(tied)];
    return { title, args: [...args, { kind: "rng", seed: drawn.seed }], ...(judgedBy && { judgedBy }) };
  }
};

function reshape(drawn: DrawnNetwork, how: Scenario["reshaped"]): DrawnNetwork {
  const { X, layers, passed } = drawn;
  const times = (matrix: Matrix, factor: number): Matrix => mapMatrix(matrix, (value) => Math.fround(value * factor));
  if (how === "shrunk") {
    return { ...drawn, X: times(X, tiny), layers: layers.map(({ W, b }) => ({ W, b: times(b, tiny) })) };
  }
  if (how === undefined) return drawn;
  const factor = largeLogit / (passed.at(-1)?.Z.data[0] ?? 1);
  return {
    ...drawn,
    layers: layers.map(({ W, b }, l) =>
      l === layers.length - 1 ? { W: times(W, factor), b: times(b, factor) } : { W, b },
    ),
  };
}

/** The lowest and highest probability to draw, in hundredths. */
type Range = readonly [low: number, high: number];

const backward: Scenarios<Omit<Scenario, "keepProb"> & { readonly keepProb: number | Range }> = {
  visible: [
    { title: "5 examples, keepProb 0.8", widths: [3, 2, 3, 1], m: 5, keepProb: 0.8 },
    { title: "keepProb 0.5", widths: [2, 4, 3, 1], m: 4, keepProb: 0.5 },
    { title: "keepProb 1: plain back-propagation", widths: [4, 3, 2, 1], m: 3, keepProb: 1 },
  ],
  hidden: [
    {
      title: "almost all units dropped",
      widths: [3, 70, 60, 1],
      m: 6,
      keepProb: 0.02,
      cornerMargin: 1e-3,
      showsRelu: true,
    },
    {
      title: "one example, units barely active, inputs close to 0",
      widths: [4, 5, 3, 1],
      m: 1,
      keepProb: 0.6,
      firstUnits: "barely-active",
      faintInputs: true,
      showsRelu: true,
    },
    {
      title: "70 examples, few units dropped, large inputs",
      widths: [2, 8, 4, 1],
      m: 70,
      keepProb: 0.86,
      inputScale: 20,
    },
    {
      title: "keepProb 1 and one example, huge inputs",
      widths: [5, 4, 3, 1],
      m: 1,
      keepProb: 1,
      inputScale: 3000,
      cornerMargin: 100,
      showsRelu: true,
    },
    {
      title: "two examples, a dead unit in each layer",
      widths: [3, 4, 6, 1],
      m: 2,
      keepProb: [25, 45],
      firstUnits: "dead",
      showsRelu: true,
    },
    {
      title: "one unit per layer, an output that is sure and wrong",
      widths: [1, 1, 1, 1],
      m: 10,
      keepProb: 0.75,
      sureAndWrong: true,
      showsRelu: true,
    },
  ],
  small: [
    { title: "one example", widths: [2, 4, 4, 1], m: 1, keepProb: 0.7 },
    { title: "2 examples", widths: [2, 3, 3, 1], m: 2, keepProb: [55, 85] },
    { title: "most units dropped", widths: [2, 6, 6, 1], m: 2, keepProb: 0.25 },
    { title: "keepProb 1, one example", widths: [2, 2, 2, 1], m: 1, keepProb: 1 },
    { title: "large inputs", widths: [2, 3, 3, 1], m: 2, keepProb: 0.7, inputScale: 15 },
    { title: "a dead unit in each layer", widths: [2, 3, 4, 1], m: 2, keepProb: [55, 85], firstUnits: "dead" },
    {
      title: "units barely active, inputs close to 0",
      widths: [2, 4, 3, 1],
      m: 1,
      keepProb: 0.7,
      firstUnits: "barely-active",
      faintInputs: true,
      showsRelu: true,
    },
    { title: "almost all units dropped", widths: [1, 24, 16, 1], m: 3, keepProb: 0.05, cornerMargin: 1e-3 },
    { title: "30 examples", widths: [2, 3, 2, 1], m: 30, keepProb: 0.8, cornerMargin: 1e-4 },
  ],
};

/** Cases of `backwardPropagationWithDropout`: the cache holds the masks of a real forward pass. */
export const dropoutBackwardCases: CaseGenerator = (random, index, visibility) => {
  const { title, keepProb: stated, ...plan } = pickScenario(backward, index, visibility);
  const keepProb = typeof stated === "number" ? stated : (random.randint(...stated, 1)[0] ?? 50) / 100;
  const drawn = drawNetwork(random, { ...plan, keepProb });
  return { title, args: [toTensor(drawn.X), toTensor(drawn.Y), cacheRecord(drawn), numberValue(keepProb)] };
};

/**
 * A draw for the first mask, not near 0 or 1, that belongs to an active unit: as keepProb, it just drops that unit, and keeps
 * another.
 * @returns Undefined where there is none.
 */
function drawOfActiveUnit({ seed, passed }: DrawnNetwork): number | undefined {
  const Z1 = passed[0]?.Z.data ?? new Float64Array();
  const ofActive = Array.from(new RandomState(seed).rand(Z1.length), Math.fround).filter((_, i) => (Z1[i] ?? 0) > 0.1);
  const least = Math.min(...ofActive);
  return ofActive.find((draw) => draw > Math.max(least, 0.4) && draw < 0.8);
}
