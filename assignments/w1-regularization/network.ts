import { at, type Layer, type Matrix, mapMatrix, matrixAt, matrixOf } from "../values/matrix.ts";
import type { Value } from "../values/value.ts";

/** What one layer computes: pre-activations and activations, both [n, m]. */
export type Activation = { readonly Z: Matrix; readonly A: Matrix };

/** Masks of the hidden layers, first D1, of the shapes of their activations. */
export type Dropout = { readonly masks: readonly Matrix[]; readonly keepProb: number };

/** How a forward pass is computed. */
export type PassOptions = {
  readonly dropout?: Dropout | undefined;
  /** Applied to everything that is computed: `Math.fround` where a program in float32 is imitated. */
  readonly round?: (value: number) => number;
};

/**
 * The forward pass of the assignment's network in float64: relu in the hidden layers, sigmoid in the last; with inverted
 * dropout in the hidden ones where masks are given.
 * @param X Inputs, [n_0, m].
 * @returns By layer; A is masked and scaled.
 */
export function forwardPass(X: Matrix, layers: readonly Layer[], options: PassOptions = {}): Activation[] {
  const { dropout, round = (value) => value } = options;
  const passed: Activation[] = [];
  for (const [i, { W, b }] of layers.entries()) {
    const Z = mapMatrix(affine(W, passed.at(-1)?.A ?? X, b), round);
    const mask = dropout?.masks[i];
    const hidden = (z: number, row: number, column: number) =>
      mask === undefined ? Math.max(z, 0) : (Math.max(z, 0) * at(mask, row, column)) / (dropout?.keepProb ?? 1);
    const activation = i === layers.length - 1 ? (z: number) => 1 / (1 + Math.exp(-z)) : hidden;
    passed.push({ Z, A: mapMatrix(mapMatrix(Z, activation), round) });
  }
  return passed;
}

/** `-(1/m) sum(Y ln A + (1 - Y) ln(1 - A))`, in float64. */
export function crossEntropy(A: Matrix, Y: Matrix): number {
  const terms = mapMatrix(A, (a, i, j) => {
    const y = at(Y, i, j);
    return y * Math.log(a) + (1 - y) * Math.log(1 - a);
  });
  return -terms.data.reduce((sum, term) => sum + term, 0) / A.columns;
}

/** `(lambd / 2m)` times the sum of the squares of all weights. */
export function squaredWeightsPenalty(layers: readonly Layer[], lambd: number, m: number): number {
  const squares = layers.flatMap(({ W }) => [...W.data]).reduce((sum, weight) => sum + weight * weight, 0);
  return (lambd / (2 * m)) * squares;
}

/** `W A + b`, the biases added to every column. */
export function affine(W: Matrix, A: Matrix, b: Matrix): Matrix {
  return matrixOf(W.rows, A.columns, (i, j) => {
    let sum = at(b, i, 0);
    for (let k = 0; k < W.columns; k++) sum += at(W, i, k) * at(A, k, j);
    return sum;
  });
}

/** The three layers in a record that holds `W1, b1, …, b3` among other things. */
export function layersIn(record: Value | undefined): Layer[] {
  return [1, 2, 3].map((l) => ({ W: matrixAt(record, `W${l}`), b: matrixAt(record, `b${l}`) }));
}

/** Whether two numbers of a result agree: wide enough for float32, far too narrow for a forgotten factor. */
export function isClose(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) <= 1e-4 + 1e-3 * Math.abs(wanted);
}
