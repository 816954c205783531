import { recordValue } from "../values/case-value.ts";
import { addColumn, type Layer, type Matrix, mapMatrix, matrixOf, multiply, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";
import type { Activation } from "./contract.ts";

/** What network to draw. */
export type NetworkPlan = {
  /** Widths n_0, …, n_L. */
  readonly widths: readonly number[];
  /** Number of examples. */
  readonly m: number;
  readonly activation: Activation;
  /** How many times larger weights are than those that keep the signal's size. Default 1. */
  readonly gain?: number;
  /** Standard deviation of the inputs. Default 1. */
  readonly inputScale?: number;
  /** Standard deviation of the biases. Default 0.5. */
  readonly biasScale?: number;
  /** What is special of the first unit of each layer: below 0 for every example, or exactly at 0. */
  readonly firstUnits?: "dead" | "at-zero";
  /** A layer, from 1, in which every unit is dead. */
  readonly silentLayer?: number;
  /** Whether tanh must be saturated, or must not: what 1 - a^2 is there is mostly rounding. */
  readonly saturated?: boolean;
};

/** A network and examples; all of it float32 numbers. */
export type DrawnNetwork = { readonly X: Matrix; readonly layers: readonly Layer[] };

/** tanh is 1 in float32 above the one, and well below 1 under the other. */
const flat = 20;
const curved = 1.5;

/** Redrawings of one layer before the layers below it are drawn again: they may have left it nothing to work with. */
const redrawings = 400;

/**
 * Draws networks until one has no pre-activation near relu's corner, no tanh that is saturated by chance, and, where there is room, sums of
 * both signs in each layer.
 */
export function drawNetwork(random: RandomState, plan: NetworkPlan): DrawnNetwork {
  for (;;) {
    const X = drawMatrix(random, plan.widths[0] ?? 1, plan.m, plan.inputScale ?? 1);
    const layers = drawLayers(random, plan, X);
    if (layers !== undefined) return { X, layers };
  }
}

function drawLayers(random: RandomState, plan: NetworkPlan, X: Matrix): Layer[] | undefined {
  const layers: Layer[] = [];
  let A = X;
  for (const l of plan.widths.keys()) {
    if (l === 0) continue;
    const drawn = drawLayer(random, plan, l, A);
    if (drawn === undefined) return undefined;
    layers.push(drawn.layer);
    A = drawn.A;
  }
  return layers;
}

function drawLayer(random: RandomState, plan: NetworkPlan, l: number, A: Matrix) {
  const { widths, activation, gain = 1, biasScale = 0.5, firstUnits, silentLayer } = plan;
  const [inputs = 1, units = 1] = [widths[l - 1], widths[l]];
  for (let attempt = 0; attempt < redrawings; attempt++) {
    const W = drawMatrix(random, units, inputs, gain * Math.sqrt((activation === "relu" ? 2 : 1) / inputs));
    const b = drawMatrix(random, units, 1, biasScale);
    const layer = withSpecialUnits({ W, b }, l === silentLayer ? "silent" : firstUnits, A);
    const Z = addColumn(multiply(layer.W, A), layer.b);
    if (isTelling(Z, plan, l)) return { layer, A: mapMatrix(Z, activationOf(activation)) };
  }
  return undefined;
}

/** The function itself, in float64. */
const activationOf = (activation: Activation) => (z: number) => (activation === "tanh" ? Math.tanh(z) : Math.max(z, 0));

/** A layer whose first unit is dead or at 0, or in which every unit is dead, where that is asked for. */
function withSpecialUnits({ W, b }: Layer, kind: "dead" | "at-zero" | "silent" | undefined, A: Matrix): Layer {
  if (kind === undefined) return { W, b };
  const isSpecial = (unit: number): boolean => kind === "silent" || unit === 0;
  if (kind === "at-zero") {
    const zeroed = (matrix: Matrix): Matrix => mapMatrix(matrix, (value, i) => (isSpecial(i) ? 0 : value));
    return { W: zeroed(W), b: zeroed(b) };
  }
  const sums = multiply(W, A);
  const most = (unit: number): number => Math.max(...sums.data.slice(unit * A.columns, (unit + 1) * A.columns));
  return { W, b: mapMatrix(b, (value, i) => (isSpecial(i) ? -1 - Math.ceil(most(i)) : value)) };
}

function isTelling(Z: Matrix, { m, activation, firstUnits, silentLayer, saturated }: NetworkPlan, l: number): boolean {
  if (l === silentLayer) return true;
  const rest = firstUnits === undefined ? Z.data : Z.data.slice(m);
  const most = largest({ ...Z, data: rest });
  // The more there are, the nearer to 0 one of them will be.
  if (rest.some((z) => Math.abs(z) * rest.length < most)) return false;
  const above = rest.filter((z) => z > 0).length;
  if (rest.length >= 4 && (above === 0 || above === rest.length)) return false;
  if (activation === "relu") {
    // A way for the first example through active units to the end: without one there is no gradient. Where there is room, not the only one.
    const active = rest.filter((z, i) => i % m === 0 && z > 0).length;
    return active >= Math.min(2, Math.floor(rest.length / m / 3) + 1);
  }
  return saturated === undefined || rest.every((z) => (saturated ? Math.abs(z) > flat : Math.abs(z) < curved));
}

const largest = ({ data }: Matrix): number => data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function drawMatrix(random: RandomState, rows: number, columns: number, scale: number): Matrix {
  const draws = random.randn(rows * columns);
  return matrixOf(rows, columns, (i, j) => Math.fround(scale * (draws[i * columns + j] ?? 0)));
}

/** `W1, b1, …, WL, bL` as float32 tensors. @param lastFirst From the last layer to the first. */
export function parametersRecord({ layers }: DrawnNetwork, lastFirst = false): RecordValue {
  const entries = layers.flatMap(({ W, b }, i) => [
    [`W${i + 1}`, toTensor(W)] as const,
    [`b${i + 1}`, toTensor(b)] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}
