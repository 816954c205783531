import { recordValue } from "../values/case-value.ts";
import { at, type Layer, type Matrix, mapMatrix, matrixOf, toTensor } from "../values/matrix.ts";
import { RandomState } from "../values/random-state.ts";
import type { RecordValue, TensorValue, Value } from "../values/value.ts";
import { type Activation, type Dropout, forwardPass } from "./network.ts";
import { reluShows } from "./relu-shows.ts";

/** What network to draw. */
export type NetworkPlan = {
  /** Widths n_0, n_1, n_2, n_3; the last is 1. */
  readonly widths: readonly [number, number, number, 1];
  /** Number of examples. */
  readonly m: number;
  /** With dropout, the probability with which a unit is kept. */
  readonly keepProb?: number;
  /**
   * What is special of the first unit of each hidden layer: its pre-activation is exactly 0, or hardly above 0, or just above 0, or it
   * is dead: below 0 for every example.
   */
  readonly firstUnits?: "at-zero" | "barely-active" | "faint" | "dead";
  /** Whether the way back has to show what relu does in each hidden layer, however small. */
  readonly showsRelu?: boolean;
  /** The label of a single example. */
  readonly label?: 0 | 1;
  /** How many times larger inputs are than usual, and the hidden activations with them; the output is not. Default 1. */
  readonly inputScale?: number;
  /** Whether inputs are nearly 0, so that hidden layers see little but biases. */
  readonly faintInputs?: boolean;
  /** Whether the output is nearly sure of itself, and wrong, for some example. */
  readonly sureAndWrong?: boolean;
  /** Smallest distance of any other pre-activation from 0, where relu has its corner. */
  readonly cornerMargin?: number;
};

/** A network, examples, and the forward pass of the one on the others; all of it float32 numbers. */
export type DrawnNetwork = {
  readonly X: Matrix;
  /** Labels 0 and 1, [1, m]. */
  readonly Y: Matrix;
  readonly layers: readonly Layer[];
  readonly passed: readonly Activation[];
  readonly dropout: Dropout | undefined;
  /** Seed of the generator from which the masks are drawn. */
  readonly seed: number;
};

/**
 * Draws networks until one has no pre-activation near relu's corner, an output well inside (0, 1), and units of which
 * some are active and some not, so that every step of the way back can be seen.
 */
export function drawNetwork(random: RandomState, plan: NetworkPlan): DrawnNetwork {
  for (;;) {
    const drawn = drawOnce(random, plan);
    if (isTelling(drawn, plan)) return drawn;
  }
}

function drawOnce(random: RandomState, plan: NetworkPlan): DrawnNetwork {
  const { widths, m, keepProb, firstUnits, inputScale = 1, faintInputs = false, sureAndWrong = false } = plan;
  const X = drawMatrix(random, widths[0], m, faintInputs ? 2e-8 : inputScale);
  const Y = drawLabels(random, m, plan.label);
  const layers = widths.slice(1).map((units, i): Layer => {
    const inputs = widths[i] ?? 1;
    const isLast = i === widths.length - 2;
    const scale = isLast ? (sureAndWrong ? 6 : 1) / inputScale : 1;
    const W = drawMatrix(random, units, inputs, (scale * 1.2) / Math.sqrt(inputs));
    const b = drawMatrix(random, units, 1, 0.5);
    return firstUnits === undefined || isLast ? { W, b } : withFirstUnit({ W, b }, firstUnits);
  });
  const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
  const dropout = keepProb === undefined ? undefined : drawDropout(seed, [widths[1], widths[2]], m, keepProb);
  return { X, Y, layers, dropout, seed, passed: forwardPass(X, layers, { dropout, round: Math.fround }) };
}

/** What the weights of a special first unit are multiplied by, and its bias. */
const specialUnits = {
  "at-zero": { weights: 0, bias: 0 },
  "barely-active": { weights: 1e-9, bias: 1.5e-8 },
  faint: { weights: 1e-5, bias: 1.5e-4 },
  dead: { weights: 1, bias: -30 },
} as const;

function withFirstUnit({ W, b }: Layer, kind: keyof typeof specialUnits): Layer {
  const { weights, bias } = specialUnits[kind];
  return {
    W: mapMatrix(W, (value, row) => (row === 0 ? Math.fround(weights * value) : value)),
    b: mapMatrix(b, (value, row) => (row === 0 ? Math.fround(bias) : value)),
  };
}

/** The masks that `rng.rand(shape) < keepProb` gives, D1 first. */
function drawDropout(seed: number, units: readonly number[], m: number, keepProb: number): Dropout {
  const random = new RandomState(seed);
  const masks = units.map((rows) => {
    const draws = random.rand(rows * m);
    return matrixOf(rows, m, (i, j) => Number(Math.fround(draws[i * m + j] ?? 0) < Math.fround(keepProb)));
  });
  return { masks, keepProb };
}

function isTelling(drawn: DrawnNetwork, plan: NetworkPlan): boolean {
  const { passed, dropout, Y } = drawn;
  const { m, firstUnits, cornerMargin = 2e-3, sureAndWrong = false, showsRelu = false } = plan;
  const hidden = passed.slice(0, -1);
  const output = passed.at(-1)?.A.data ?? [];
  const clearOfCorner = hidden.every(({ Z }) =>
    Z.data.every((z, i) =>
      firstUnits !== undefined && i < m ? isSpecial(z, firstUnits) : Math.abs(z) >= cornerMargin,
    ),
  );
  const someExample = Array.from({ length: m }, (_, j) => j).some((j) =>
    hidden.every(({ A }) => Array.from({ length: A.rows }, (_, i) => at(A, i, j)).some((a) => a > 0)),
  );
  const someSilent = hidden.every(({ Z, A }, l) => {
    if (Z.data.length < 4) return true;
    const mask = dropout?.masks[l]?.data ?? Z.data.map(() => 1);
    const dropped = dropout === undefined || dropout.keepProb === 1 || mask.includes(0);
    return dropped && A.data.some((a) => a > 0) && Z.data.some((z, i) => z < 0 && mask[i] === 1);
  });
  const margin = sureAndWrong ? 1e-4 : 0.02;
  const isOutputTelling = output.every((a) => a > margin && a < 1 - margin);
  const isWrong = !sureAndWrong || output.some((a, j) => Math.abs(a - (Y.data[j] ?? a)) > 0.998);
  return clearOfCorner && someExample && someSilent && isOutputTelling && isWrong && (!showsRelu || reluShows(drawn));
}

function isSpecial(z: number, kind: keyof typeof specialUnits): boolean {
  if (kind === "at-zero") return z === 0;
  if (kind === "barely-active") return z > 5e-9 && z < 3e-8;
  return kind === "faint" ? z > 5e-5 && z < 3e-4 : z < 0;
}

/** Labels 0 and 1; of two or more examples, not all of one class. */
function drawLabels(random: RandomState, m: number, label?: 0 | 1): Matrix {
  const labels = label === undefined ? random.randint(0, 2, m) : [label];
  if (m > 1 && labels.every((label) => label === labels[0])) labels[0] = 1 - (labels[0] ?? 0);
  return matrixOf(1, m, (_, j) => labels[j] ?? 0);
}

function drawMatrix(random: RandomState, rows: number, columns: number, scale: number): Matrix {
  const draws = random.randn(rows * columns);
  return matrixOf(rows, columns, (i, j) => Math.fround(scale * (draws[i * columns + j] ?? 0)));
}

type Entry = readonly [key: string, value: Value];

/** `W1, b1, …, W3, b3` as float32 tensors. */
export function parametersRecord({ layers }: DrawnNetwork): RecordValue {
  return recordValue(layers.flatMap((_, i) => parametersOf(layers, i)));
}

/** `Z1, A1, W1, b1, …, b3`, with dropout also `D1` and `D2` (dtype bool): what the forward pass keeps. */
export function cacheRecord({ layers, passed, dropout }: DrawnNetwork): RecordValue {
  return recordValue(
    passed.flatMap(({ Z, A }, i): Entry[] => {
      const mask = dropout?.masks[i];
      return [
        [`Z${i + 1}`, toTensor(Z)],
        ...(mask === undefined ? [] : [[`D${i + 1}`, toMask(mask)] as const]),
        [`A${i + 1}`, toTensor(A)],
        ...parametersOf(layers, i),
      ];
    }),
  );
}

function parametersOf(layers: DrawnNetwork["layers"], i: number): Entry[] {
  const layer = layers[i];
  if (layer === undefined) return [];
  return [
    [`W${i + 1}`, toTensor(layer.W)],
    [`b${i + 1}`, toTensor(layer.b)],
  ];
}

/** A matrix of zeros and ones as a tensor of dtype bool. */
function toMask({ rows, columns, data }: Matrix): TensorValue {
  return { kind: "tensor", dtype: "bool", shape: [rows, columns], data: Uint8Array.from(data), variable: false };
}
