/**
 * Gradient checking: replace each `throw` by your own code, and mend the last
 * function. The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * Everything here is float64: plain numbers, and matrices as nested arrays of numbers, by rows (`number[][]`).
 * `Params` holds `W1, b1, W2, b2, W3, b3`; `Grads` holds `dW1, db1, ...` and the gradients of `Z` and `A`.
 * Nothing that is passed in may change: not the dictionaries, and not the arrays in them.
 *
 * These are given, and work: `forwardPropagationN(X, Y, parameters)` returns `{ cost, cache }`;
 * `dictionaryToVector(parameters)`, `vectorToDictionary(vector)` and `gradientsToVector(gradients)` turn dictionaries
 * into vectors of 47 numbers and back. Add them to the import below when you need them.
 */
import type { Cache, Grads, Matrix, Params } from "gradecheck/w1-gradient-checking";

/**
 * Cost of the model with one parameter (README, exercise 1).
 *
 * @param x Input
 * @param theta Parameter
 * @returns Cost J
 */
export function forwardPropagation(x: number, theta: number): number {
  throw new Error("Not implemented: forwardPropagation");
}

/**
 * Derivative of that cost with respect to theta (README, exercise 2).
 *
 * @param x Input
 * @param theta Parameter
 * @returns dJ / dtheta
 */
export function backwardPropagation(x: number, theta: number): number {
  throw new Error("Not implemented: backwardPropagation");
}

/**
 * How far `backwardPropagation` is from the measured slope of `forwardPropagation` (README, exercise 3).
 *
 * @param x Input, not 0
 * @param theta Parameter
 * @param epsilon Distance to each side of theta
 * @returns Relative difference, >= 0
 */
export function gradientCheck(x: number, theta: number, epsilon = 1e-7): number {
  throw new Error("Not implemented: gradientCheck");
}

/**
 * How far gradients are from the measured slopes of the network's cost (README, exercise 4).
 *
 * @param parameters `W1` [5, 4], `b1` [5, 1], `W2` [3, 5], `b2` [3, 1], `W3` [1, 3], `b3` [1, 1]
 * @param gradients `dW1, db1, ...`, shapes of the parameters, and others that do not matter here
 * @param X Inputs, [4, m], one example per column
 * @param Y Labels 0 and 1, [1, m]
 * @param epsilon Distance to each side of a parameter
 * @returns Relative difference, >= 0
 */
export function gradientCheckN(parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon = 1e-7): number {
  throw new Error("Not implemented: gradientCheckN");
}

/**
 * Gradients of the network's cost (README, exercise 5). It runs, but two of its lines are wrong: find and mend them.
 *
 * @param X Inputs, [4, m], one example per column
 * @param Y Labels 0 and 1, [1, m]
 * @param cache `Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3` of the forward pass
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 */
export function backwardPropagationN(X: Matrix, Y: Matrix, cache: Cache): Grads {
  const { A1 = [], A2 = [], W2 = [], A3 = [], W3 = [] } = cache;
  const m = Y[0]?.length ?? 0;

  const dZ3 = mapWith(A3, Y, (a, y) => a - y);
  const dW3 = scale(1 / m, multiply(dZ3, transpose(A2)));
  const db3 = scale(1 / m, sumRows(dZ3));

  const dA2 = multiply(transpose(W3), dZ3);
  const dZ2 = mapWith(dA2, A2, (d, a) => (a > 0 ? d : 0));
  const dW2 = scale(2 / m, multiply(dZ2, transpose(A1)));
  const db2 = scale(1 / m, sumRows(dZ2));

  const dA1 = multiply(transpose(W2), dZ2);
  const dZ1 = mapWith(dA1, A1, (d, a) => (a > 0 ? d : 0));
  const dW1 = scale(1 / m, multiply(dZ1, transpose(X)));
  const db1 = scale(4 / m, sumRows(dZ1));

  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

/** The matrix product of [n, k] and [k, p]. */
function multiply(left: Matrix, right: Matrix): Matrix {
  const columns = transpose(right);
  return left.map((row) => columns.map((column) => row.reduce((sum, value, k) => sum + value * (column[k] ?? 0), 0)));
}

/** Rows become columns. */
function transpose(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? 0));
}

/** The sum of each row, as a column [n, 1]. */
function sumRows(matrix: Matrix): Matrix {
  return matrix.map((row) => [row.reduce((sum, value) => sum + value, 0)]);
}

/** Every number times a factor. */
function scale(factor: number, matrix: Matrix): Matrix {
  return matrix.map((row) => row.map((value) => factor * value));
}

/** A matrix made from the numbers at the same places of two matrices. */
function mapWith(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return left.map((row, i) => row.map((value, j) => f(value, right[i]?.[j] ?? 0)));
}
