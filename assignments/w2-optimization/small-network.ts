import type { RandomState } from "../values/random-state.ts";

/** A matrix of float32 values, row-major. */
type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

/** Weights [n, n_prev] and biases [n, 1] of one layer, or anything of their shapes. */
export type Layer = { readonly W: Matrix; readonly b: Matrix };

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

function drawMatrix(random: RandomState, rows: number, columns: number): Matrix {
  return rounded({ rows, columns, data: random.randn(rows * columns) });
}

function multiply(left: Matrix, right: Matrix): Matrix {
  const data = new Float64Array(left.rows * right.columns);
  for (let i = 0; i < left.rows; i++) {
    for (let j = 0; j < right.columns; j++) {
      let sum = 0;
      for (let k = 0; k < left.columns; k++) sum += at(left, i, k) * at(right, k, j);
      data[i * right.columns + j] = sum;
    }
  }
  return { rows: left.rows, columns: right.columns, data };
}

function transpose(matrix: Matrix): Matrix {
  const { rows, columns } = matrix;
  const data = Float64Array.from({ length: rows * columns }, (_, i) => at(matrix, i % rows, Math.floor(i / rows)));
  return { rows: columns, columns: rows, data };
}

function addColumn(matrix: Matrix, column: Matrix): Matrix {
  return {
    ...matrix,
    data: matrix.data.map((value, i) => value + (column.data[Math.floor(i / matrix.columns)] ?? 0)),
  };
}

function sumColumns(matrix: Matrix): Matrix {
  const data = new Float64Array(matrix.rows);
  for (const [i, value] of matrix.data.entries()) {
    const row = Math.floor(i / matrix.columns);
    data[row] = (data[row] ?? 0) + value;
  }
  return { rows: matrix.rows, columns: 1, data };
}

function combine(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return { ...left, data: left.data.map((value, i) => f(value, right.data[i] ?? 0)) };
}

function largest({ data }: Matrix): number {
  return data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return rounded({ ...matrix, data: matrix.data.map((value) => value * factor) });
}

function rounded(matrix: Matrix): Matrix {
  return { ...matrix, data: matrix.data.map(Math.fround) };
}

function at(matrix: Matrix, row: number, column: number): number {
  return matrix.data[row * matrix.columns + column] ?? 0;
}
