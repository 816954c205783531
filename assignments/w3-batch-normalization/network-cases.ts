import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, recordValue } from "../values/case-value.ts";
import { at, type Matrix, mapMatrix, matrixOf, multiply, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";
import { drawBetween, drawSigned, rowOf, stackRows, toGrid } from "./draw-batch.ts";
import { normalizeRows, scaleAndShift } from "./normalize.ts";

type Scenario = {
  readonly title: string;
  /** Units per layer, inputs first. */
  readonly widths: readonly number[];
  readonly m: number;
  /** Undefined is passed as such. */
  readonly epsilon: number | undefined;
  /** What X is multiplied by: a power of 2. Default 1. */
  readonly scale?: number;
  /** In the first layer, the weights of the first unit are 0 and its beta too; the second has a gamma of 0. */
  readonly isSilent?: true;
  /** Parameters are listed from the last layer to the first. */
  readonly lastFirst?: true;
};

/** Its square is far below the default epsilon; so is the epsilon that goes with it. */
const faint = { scale: 2 ** -30, epsilon: 1e-20 };

const network: Scenarios<Scenario> = {
  visible: [
    { title: "2 layers, 5 examples, default epsilon", widths: [3, 4, 2], m: 5, epsilon: undefined },
    { title: "1 layer: linear after its normalization, epsilon 1/8", widths: [2, 3], m: 4, epsilon: 1 / 8 },
    { title: "one example: every layer gives its beta", widths: [2, 3, 3], m: 1, epsilon: undefined },
  ],
  hidden: [
    { title: "3 layers of different widths, epsilon 0.3", widths: [4, 5, 3, 2], m: 6, epsilon: 0.3 },
    {
      title: "11 layers, the last listed first",
      widths: [2, 3, 2, 3, 3, 2, 3, 2, 3, 2, 3, 2],
      m: 8,
      epsilon: 0.125,
      lastFirst: true,
    },
    {
      title: "a unit that is 0 for all examples, and one with gamma 0",
      widths: [3, 4, 3],
      m: 4,
      epsilon: undefined,
      isSilent: true,
    },
    {
      title: "inputs so small that the default epsilon counts",
      widths: [3, 3, 2],
      m: 6,
      epsilon: undefined,
      scale: 2 ** -13,
    },
    { title: "one example, 3 layers, epsilon 0.5", widths: [16, 16, 16, 2], m: 1, epsilon: 0.5, scale: 16 },
    {
      title: "layers of equal widths, as many examples, large inputs",
      widths: [3, 3, 3, 3],
      m: 3,
      epsilon: 0.25,
      scale: 64,
    },
    { title: "faint inputs, a fainter epsilon, 1 layer", widths: [3, 4], m: 5, ...faint },
    { title: "70 inputs and units, 80 examples", widths: [70, 70, 2], m: 80, epsilon: 20, scale: 4 },
  ],
  small: [
    { title: "1 layer of one unit", widths: [2, 1], m: 3, epsilon: 0.5 },
    { title: "1 layer, 2 examples, default epsilon", widths: [2, 2], m: 2, epsilon: undefined },
    { title: "2 layers, 3 examples", widths: [2, 2, 1], m: 3, epsilon: 0.25 },
    { title: "2 layers, one example", widths: [1, 2, 2], m: 1, epsilon: undefined },
    { title: "3 layers of 2 units", widths: [2, 2, 2, 2], m: 3, epsilon: undefined },
    { title: "a large epsilon", widths: [2, 2, 1], m: 3, epsilon: 30, scale: 4 },
    { title: "small inputs, default epsilon", widths: [2, 2, 1], m: 3, epsilon: undefined, scale: 2 ** -13 },
    { title: "2 layers, the last listed first", widths: [2, 2, 2], m: 2, epsilon: 0.5, lastFirst: true },
    { title: "10 layers of 2 units", widths: Array.from({ length: 11 }, () => 2), m: 4, epsilon: 0.25 },
  ],
};

/** Cases of `forwardWithBatchNorm`. */
export const networkCases: CaseGenerator = (random, index, list) => {
  const { title, widths, m, epsilon, scale = 1, isSilent, lastFirst = false } = pickScenario(network, index, list);
  const X = drawInputs(random, widths[0] ?? 1, m, scale);
  let entering: Entering = { A: X, size: scale };
  const layers = widths.slice(1).map((units, l) => {
    const silent = isSilent && l === 0 ? silentUnits : [];
    const { layer, A } = drawLayer(random, entering, {
      units,
      silent,
      epsilon: epsilon ?? 1e-8,
      isLast: l === widths.length - 2,
    });
    entering = { A, size: 1 };
    return layer;
  });
  const last = epsilon === undefined ? absent : numberValue(epsilon);
  return { title, args: [toTensor(X), parametersRecord(layers, lastFirst), last] };
};

/** At least one feature has a spread. */
function drawInputs(random: RandomState, features: number, m: number, scale: number): Matrix {
  for (;;) {
    const X = matrixOf(features, m, () => toGrid(1.2 * (random.randn(1)[0] ?? 0) + 0.3));
    if (hasSpread(X)) return mapMatrix(X, (value) => scale * value);
  }
}

/** Whether some row varies over the examples, so that units can be drawn that do. */
const hasSpread = (A: Matrix): boolean => A.columns === 1 || Math.max(...normalizeRows(A, 0).sigma2.data) > 0.3;

type Layer = Readonly<Record<"W" | "gamma" | "beta", Matrix>>;

/** What enters a layer, and how large about it is. */
type Entering = { readonly A: Matrix; readonly size: number };

/** What a unit must not have drawn: it gives 0 whatever enters, or its beta alone. */
type Silence = "weights-and-beta" | "gamma";

const silentUnits: readonly Silence[] = ["weights-and-beta", "gamma"];

type LayerPlan = {
  readonly units: number;
  readonly silent: readonly Silence[];
  readonly epsilon: number;
  readonly isLast: boolean;
};

/** A layer of which some results are above 0 and some below, and what leaves it, in which a next layer finds a spread. */
function drawLayer(random: RandomState, entering: Entering, plan: LayerPlan): { layer: Layer; A: Matrix } {
  for (;;) {
    const rows = Array.from({ length: plan.units }, (_, i) => drawUnit(random, entering, plan.silent[i]));
    const layer = stackRows(rows);
    const { ZNorm } = normalizeRows(multiply(layer.W, entering.A), plan.epsilon);
    const ZTilde = scaleAndShift(ZNorm, layer.gamma, layer.beta);
    const A = mapMatrix(ZTilde, (value) => Math.max(value, 0));
    const isBothSigned = ZTilde.data.some((value) => value > 0.1) && ZTilde.data.some((value) => value < -0.1);
    // The mean of a row is its beta, so that some output is negative whatever enters.
    const isNegativeSomewhere = !plan.isLast || layer.beta.data.some((value) => value < 0);
    if (isNegativeSomewhere && (isBothSigned || plan.units === 1) && (plan.isLast || hasSpread(A))) return { layer, A };
  }
}

/** The least spread of a unit beside what enters it: below that, the rounding of its inputs would be blown up. */
const leastSpread = 0.3;

/** One row of a layer, with a spread over the examples. */
function drawUnit(random: RandomState, { A, size }: Entering, silence?: Silence): Layer {
  for (;;) {
    const drawn = random.randn(A.rows).map((value) => toGrid(value * Math.sqrt(2 / A.rows)));
    const W = rowOf([...drawn].map((value) => (silence === "weights-and-beta" ? 0 : value)));
    const sign = (random.rand(1)[0] ?? 0) < 0.25 ? -1 : 1;
    const gamma = rowOf([silence === "gamma" ? 0 : sign * drawBetween(random, 0.5, 1.75)]);
    const beta = rowOf([silence === "weights-and-beta" ? 0 : drawSigned(random, 0.25, 1)]);
    const spread = Math.sqrt(at(normalizeRows(multiply(W, A), 0).sigma2, 0, 0));
    if (silence !== undefined || A.columns === 1 || spread >= leastSpread * size) return { W, gamma, beta };
  }
}

function parametersRecord(layers: readonly Layer[], lastFirst: boolean): RecordValue {
  const entries = layers.flatMap(({ W, gamma, beta }, i) => [
    [`W${i + 1}`, toTensor(W)] as const,
    [`gamma${i + 1}`, toTensor(gamma)] as const,
    [`beta${i + 1}`, toTensor(beta)] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}
