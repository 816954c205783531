import { recordValue } from "../values/case-value.ts";
import {
  addColumn,
  combine,
  float32Matrix,
  type Layer,
  type Matrix,
  multiply,
  sumColumns,
  toTensor,
  transpose,
} from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";

/** Examples per gradient. */
const batchSize = 4;

/**
 * Parameters of a network whose biases are not zero, so that no answer can leave them out unnoticed.
 * @param layerDims Units per layer, inputs first: n0, n1, …, nL.
 */
export function drawLayers(random: RandomState, layerDims: readonly number[]): Layer[] {
  return layerDims.slice(1).map((units, i) => {
    const inputs = layerDims[i] ?? 1;
    return {
      W: scaled(drawMatrix(random, units, inputs), 1 / Math.sqrt(inputs)),
      b: scaled(drawMatrix(random, units, 1), 0.5),
    };
  });
}

/**
 * Gradients of the mean squared error of a network (tanh, the last layer linear) on a batch of its own: back-propagation
 * in float64, rounded to float32 at the end. The targets lie at random distances around the prediction, so that
 * gradients keep their size however long the network was trained.
 * @param errorScale Standard deviation of those distances; gradients are proportional to it.
 */
export function drawGradients(random: RandomState, layers: readonly Layer[], errorScale: number): Layer[] {
  const inputs = layers[0]?.W.columns ?? 1;
  const outputs = layers.at(-1)?.W.rows ?? 1;
  const X = drawMatrix(random, inputs, batchSize);
  const dZ = scaled(drawMatrix(random, outputs, batchSize), errorScale / batchSize);
  return backPropagate(layers, X, dZ);
}

/** The least of all tensors' largest magnitudes: how much there is to see where there is least. */
export function leastMagnitude(layers: readonly Layer[]): number {
  return Math.min(...layers.flatMap(({ W, b }) => [largest(W), largest(b)]));
}

function backPropagate(layers: readonly Layer[], X: Matrix, dZLast: Matrix): Layer[] {
  const activations = [X];
  for (const { W, b } of layers) {
    const Z = addColumn(multiply(W, activations.at(-1) ?? X), b);
    activations.push({ ...Z, data: Z.data.map(Math.tanh) });
  }
  let dZ = dZLast;
  return layers
    .map(({ W }, i) => ({ W, A: activations[i] ?? X }))
    .reverse()
    .map(({ W, A }) => {
      const gradients = { W: rounded(multiply(dZ, transpose(A))), b: rounded(sumColumns(dZ)) };
      dZ = combine(multiply(transpose(W), dZ), A, (dA, activation) => dA * (1 - activation * activation));
      return gradients;
    })
    .reverse();
}

/** Applies a function to every pair of numbers at the same place of the same layers; rounds to float32. */
export function combineLayers(
  left: readonly Layer[],
  right: readonly Layer[],
  f: (left: number, right: number) => number,
): Layer[] {
  return left.map(({ W, b }, i) => {
    const other = right[i] ?? { W, b };
    return { W: rounded(combine(W, other.W, f)), b: rounded(combine(b, other.b, f)) };
  });
}

/** Multiplies the tensors of each layer by a number of its own. @param factorOf Asked for the layer's index, from 0. */
export function scaleLayers(layers: readonly Layer[], factorOf: (layer: number) => number): Layer[] {
  return layers.map(({ W, b }, i) => ({ W: scaled(W, factorOf(i)), b: scaled(b, factorOf(i)) }));
}

/** Gradients whose tensors are all of the same size: those of the first of many layers fade on the way back. */
export function evened(gradients: readonly Layer[]): Layer[] {
  const toSize = (matrix: Matrix): Matrix => scaled(matrix, 0.5 / (largest(matrix) || 1));
  return gradients.map(({ W, b }) => ({ W: toSize(W), b: toSize(b) }));
}

function drawMatrix(random: RandomState, rows: number, columns: number): Matrix {
  return float32Matrix(rows, columns, random.randn(rows * columns));
}

function largest({ data }: Matrix): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function scaled(matrix: Matrix, factor: number): Matrix {
  // Not -0, where the factor is 0.
  return rounded({ ...matrix, data: matrix.data.map((value) => value * factor + 0) });
}

function rounded(matrix: Matrix): Matrix {
  return { ...matrix, data: matrix.data.map(Math.fround) };
}

/** `W1, b1, W2, …`, or with the prefix "d" `dW1, db1, dW2, …`. @param options.lastFirst From the last layer to the first. */
export function dictionary(
  prefix: "" | "d",
  layers: readonly Layer[],
  { lastFirst = false }: { readonly lastFirst?: boolean } = {},
): RecordValue {
  const entries = layers.flatMap(({ W, b }, i) => [
    [`${prefix}W${i + 1}`, toTensor(W)] as const,
    [`${prefix}b${i + 1}`, toTensor(b)] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}
