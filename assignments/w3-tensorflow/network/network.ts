import { memberOf } from "../../values/case-value.ts";
import {
  addColumn,
  columnOf,
  combine,
  type Layer,
  type Matrix,
  multiply,
  readMatrix,
  sumColumns,
  transpose,
} from "../../values/matrix.ts";
import type { Value } from "../../values/value.ts";

/** A network linear-relu-linear-relu-...-linear, in float64: the yardstick for cases and properties. */
export type Network = readonly Layer[];

/**
 * Forward pass.
 * @param X Inputs [n0, m].
 * @returns Z1, Z2, ... [n_l, m]; the last ones are the logits.
 */
export function propagate(network: Network, X: Matrix): Matrix[] {
  const Z: Matrix[] = [];
  for (const { W, b } of network) {
    const last = Z.at(-1);
    Z.push(addColumn(multiply(W, last === undefined ? X : relu(last)), b));
  }
  return Z;
}

/** The logits alone, [n_L, m]. */
export const logitsOf = (network: Network, X: Matrix): Matrix => logitsIn(propagate(network, X));

/** The last of what {@link propagate} returned. */
export function logitsIn(Z: readonly Matrix[]): Matrix {
  const logits = Z.at(-1);
  if (logits === undefined) throw new RangeError("Cannot find logits: the network has no layers");
  return logits;
}

/** Softmax cross-entropy summed over the columns; `logits` and `labels` [classes, m]. */
export function totalLoss(logits: Matrix, labels: Matrix): number {
  let loss = 0;
  for (let j = 0; j < logits.columns; j++) {
    const column = columnOf(logits, j);
    const normaliser = logSumExp(column);
    for (const [i, label] of columnOf(labels, j).entries()) loss -= label * ((column[i] ?? 0) - normaliser);
  }
  return loss;
}

/** Gradients of {@link totalLoss}, layer by layer, by back-propagation. */
export function backPropagate(network: Network, X: Matrix, labels: Matrix): Layer[] {
  const Z = propagate(network, X);
  const inputs = [X, ...Z.map(relu)];
  return errorsOf(network, labels, Z).map((dZ, l) => ({
    W: multiply(dZ, transpose(inputs[l] ?? X)),
    b: sumColumns(dZ),
  }));
}

/** Gradients of {@link totalLoss} by Z1, Z2, ... @param Z What {@link propagate} returned. */
export function errorsOf(network: Network, labels: Matrix, Z: readonly Matrix[]): Matrix[] {
  let dZ = combine(softmax(logitsIn(Z)), labels, (probability, label) => probability - label);
  const errors = [dZ];
  for (let l = network.length - 1; l > 0; l--) {
    const [before, layer] = [Z[l - 1], network[l]];
    if (before === undefined || layer === undefined) break;
    dZ = combine(multiply(transpose(layer.W), dZ), before, (dA, z) => (z > 0 ? dA : 0));
    errors.unshift(dZ);
  }
  return errors;
}

/** The probabilities of the classes, column by column. */
function softmax(logits: Matrix): Matrix {
  const normalisers = Array.from({ length: logits.columns }, (_, j) => logSumExp(columnOf(logits, j)));
  return { ...logits, data: logits.data.map((z, i) => Math.exp(z - (normalisers[i % logits.columns] ?? 0))) };
}

/** `log(sum(exp(z)))`, for z of any size. */
function logSumExp(z: readonly number[]): number {
  const largest = Math.max(...z);
  return largest + Math.log(z.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

/** Element by element. */
export const relu = (Z: Matrix): Matrix => ({ ...Z, data: Z.data.map((z) => Math.max(0, z)) });

/** The row of the largest element of each column; the first of equals. */
export function largestRows(matrix: Matrix): number[] {
  return Array.from({ length: matrix.columns }, (_, j) => {
    const column = columnOf(matrix, j);
    return column.indexOf(Math.max(...column));
  });
}

/**
 * The layers of a dictionary `W1, b1, ..., W3, b3`; undefined where one is missing or does not fit the one before.
 * @param prefix `d` for gradients.
 */
export function readNetwork(value: Value | undefined, prefix: "" | "d" = ""): Network | undefined {
  const layers = [1, 2, 3].map((l) => ({
    W: readMatrix(memberOf(value, `${prefix}W${l}`)),
    b: readMatrix(memberOf(value, `${prefix}b${l}`)),
  }));
  const network = layers.flatMap(({ W, b }) => (W === undefined || b === undefined ? [] : [{ W, b }]));
  if (network.length < layers.length) return undefined;
  const fits = network.every(({ W, b }, i) => {
    const before = network[i - 1];
    return b.rows === W.rows && b.columns === 1 && (before === undefined || before.W.rows === W.columns);
  });
  return fits ? network : undefined;
}
