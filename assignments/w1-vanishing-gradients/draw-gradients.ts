import { recordValue } from "../values/case-value.ts";
import { type Layer, type Matrix, matrixOf, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";

/** What gradients to draw. */
export type GradientsPlan = {
  /** Widths n_0, …, n_L. */
  readonly layerDims: readonly number[];
  /** Standard deviations of the layers, in turn. Default 1. */
  readonly scales?: readonly number[];
  /** The elements in turn, then zeros; all of them are multiplied by a power of 2. */
  readonly whole?: readonly number[];
  /** The exponent of that power. Default drawn. */
  readonly exponent?: number;
  /** Whether keys are listed from the last layer to the first. */
  readonly lastFirst?: boolean;
  /** A limit which weights and biases are to pass on both sides, some of them. */
  readonly reaching?: number;
  /** Whether nothing is asked of the elements. */
  readonly anything?: boolean;
};

/**
 * Draws gradients until every tensor has an element of a size that is seen, and elements pass the limit where one is given; float32
 * numbers.
 */
export function drawGradients(random: RandomState, plan: GradientsPlan): Layer[] {
  for (;;) {
    const drawn = plan.whole === undefined ? drawOnce(random, plan) : drawWhole(random, plan, plan.whole);
    if (isTelling(drawn, plan)) return drawn;
  }
}

function drawOnce(random: RandomState, { layerDims, scales = [1] }: GradientsPlan): Layer[] {
  return layerDims.slice(1).map((units, i) => {
    const scale = scales[i % scales.length] ?? 1;
    return { W: drawMatrix(random, units, layerDims[i] ?? 1, scale), b: drawMatrix(random, units, 1, scale) };
  });
}

function drawWhole(random: RandomState, { layerDims, exponent }: GradientsPlan, whole: readonly number[]): Layer[] {
  const unit = 2 ** (exponent ?? random.randint(-3, 4, 1)[0] ?? 0);
  let next = 0;
  const take = (): number => unit * (whole[next++] ?? 0) + 0;
  return layerDims.slice(1).map((units, i) => ({
    W: matrixOf(units, layerDims[i] ?? 1, take),
    b: matrixOf(units, 1, take),
  }));
}

function isTelling(layers: readonly Layer[], { scales = [1], reaching, whole }: GradientsPlan): boolean {
  if (whole !== undefined) return true;
  const areSeen = layers.every(({ W, b }, i) => {
    const least = 0.3 * (scales[i % scales.length] ?? 1);
    return largest(W) >= least && largest(b) >= least;
  });
  if (!areSeen || reaching === undefined) return areSeen;
  const all = layers.flatMap(({ W, b }) => [...W.data, ...b.data]);
  const isBetween = reaching === 0 || all.some((g) => Math.abs(g) < 0.9 * reaching);
  const isBeyond = (["W", "b"] as const).every((kind) => {
    const data = layers.flatMap((layer) => [...layer[kind].data]);
    return data.some((g) => g > 1.1 * reaching) && data.some((g) => g < -1.1 * reaching);
  });
  return isBetween && isBeyond;
}

const largest = ({ data }: Matrix): number => data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The largest magnitude. */
export const largestOf = (layers: readonly Layer[]): number =>
  layers.reduce((most, { W, b }) => Math.max(most, largest(W), largest(b)), 0);

/** The square root of the sum of all squares. */
export function normOf(layers: readonly Layer[]): number {
  return Math.hypot(...layers.flatMap(({ W, b }) => [...W.data, ...b.data]));
}

function drawMatrix(random: RandomState, rows: number, columns: number, scale: number): Matrix {
  const draws = random.randn(rows * columns);
  // Not -0, where the scale is 0.
  return matrixOf(rows, columns, (i, j) => Math.fround(scale * (draws[i * columns + j] ?? 0)) + 0);
}

/** `dW1, db1, …, dWL, dbL` as float32 tensors. @param lastFirst From the last layer to the first. */
export function gradientsRecord(layers: readonly Layer[], lastFirst = false): RecordValue {
  const entries = layers.flatMap(({ W, b }, i) => [
    [`dW${i + 1}`, toTensor(W)] as const,
    [`db${i + 1}`, toTensor(b)] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}
