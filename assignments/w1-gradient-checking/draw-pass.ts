import type { RandomState } from "../values/random-state.ts";
import { type Cache, forwardPropagationN, type Grads, type Matrix, type Params } from "./contract.ts";

/** One forward and backward pass of the 4-5-3-1 network, float64; everything in it belongs together. */
export type Pass = {
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly parameters: Params;
  readonly cache: Cache;
  /** The right ones, with those of Z and A. */
  readonly gradients: Grads;
};

/** What a network is to learn. */
export type Examples = Pick<Pass, "X" | "Y">;

/**
 * Draws a network and examples until there is something to see everywhere: in both hidden layers some units are active
 * and some are not, no output is saturated, and every parameter's gradient has a size to speak of.
 * @param m Number of examples, at least 1.
 * @param reach How far any one parameter may be moved without a relu changing sides for any example; there the cost is
 * smooth, and a slope measured across has no kink in it.
 * @param scale Of the inputs; W1 is as much smaller, so that activations are of the same size.
 * @param examples Default drawn.
 */
export function drawPass(random: RandomState, m: number, reach: number, scale = 1, examples?: Examples): Pass {
  for (;;) {
    const X = examples?.X ?? drawMatrix(random, 4, m, scale);
    const Y = examples?.Y ?? [Array.from(random.randint(0, 2, m))];
    const pass = passOf(X, Y, drawParameters(random, scale));
    if (isTelling(pass, scale) && isSmooth(pass, reach)) return pass;
  }
}

/** The pass of some examples under some parameters. */
export function passOf(X: Matrix, Y: Matrix, parameters: Params): Pass {
  const { cache } = forwardPropagationN(X, Y, parameters);
  return { X, Y, parameters, cache, gradients: backPropagate(X, Y, cache) };
}

function drawParameters(random: RandomState, scale: number): Params {
  return {
    W1: drawMatrix(random, 5, 4, 0.8 / scale),
    b1: drawMatrix(random, 5, 1, 0.5),
    W2: drawMatrix(random, 3, 5, 0.8),
    b2: drawMatrix(random, 3, 1, 0.5),
    W3: drawMatrix(random, 1, 3, 0.8),
    b3: drawMatrix(random, 1, 1, 0.5),
  };
}

function drawMatrix(random: RandomState, rows: number, columns: number, deviation: number): Matrix {
  return Array.from({ length: rows }, () => Array.from(random.randn(columns), (value) => value * deviation));
}

/** In the order in which it is derived: the last layer first. */
function backPropagate(X: Matrix, Y: Matrix, cache: Cache): Grads {
  const { A1 = [], A2 = [], A3 = [], W2 = [], W3 = [] } = cache;
  const dZ3 = combine(A3, Y, (a, y) => a - y);
  const dA2 = multiply(transpose(W3), dZ3);
  const dZ2 = combine(dA2, A2, (d, a) => (a > 0 ? d : 0));
  const dA1 = multiply(transpose(W2), dZ2);
  const dZ1 = combine(dA1, A1, (d, a) => (a > 0 ? d : 0));
  const weights = (dZ: Matrix, A: Matrix): Matrix => mean(multiply(dZ, transpose(A)), X);
  const biases = (dZ: Matrix): Matrix => mean(multiply(dZ, transpose([(X[0] ?? []).map(() => 1)])), X);
  return {
    ...{ dZ3, dW3: weights(dZ3, A2), db3: biases(dZ3) },
    ...{ dA2, dZ2, dW2: weights(dZ2, A1), db2: biases(dZ2) },
    ...{ dA1, dZ1, dW1: weights(dZ1, X), db1: biases(dZ1) },
  };
}

function isTelling({ cache, gradients }: Pass, scale: number): boolean {
  const shares = [cache["A1"], cache["A2"]].map((A) => {
    const activations = A?.flat() ?? [];
    return activations.filter((a) => a > 0).length / activations.length;
  });
  const largest = (matrix: Matrix | undefined): number => Math.max(...(matrix?.flat() ?? []).map(Math.abs));
  const named = ["dW1", "db1", "dW2", "db2", "dW3", "db3"];
  return (
    shares.every((share) => share > 0.2 && share < 0.9) &&
    largest(cache["Z3"]) < 3 &&
    named.every((name) => largest(gradients[name]) > 0.03 * (name === "dW1" ? scale : 1))
  );
}

/**
 * Whether any one parameter may be moved by `reach` without a relu changing sides. Within these bounds Z1 is linear in each parameter, and
 * so is Z2: their ends tell about everything between.
 */
export function isSmooth({ X, Y, parameters, cache }: Pass, reach: number): boolean {
  const sides = (at: Cache): boolean[] => [...(at["Z1"] ?? []), ...(at["Z2"] ?? [])].flat().map((z) => z > 0);
  const here = sides(cache);
  const staysAt = (moved: Params): boolean => {
    const there = sides(forwardPropagationN(X, Y, moved).cache);
    return there.every((side, i) => side === here[i]);
  };
  return Object.entries(parameters).every(([name, matrix]) =>
    matrix.every((row, i) =>
      row.every((value, j) =>
        [value - reach, value + reach].every((moved) =>
          staysAt({ ...parameters, [name]: replaced(matrix, i, j, moved) }),
        ),
      ),
    ),
  );
}

/** A copy with one entry changed. */
function replaced(matrix: Matrix, i: number, j: number, value: number): Matrix {
  return matrix.map((row, k) => (k === i ? row.with(j, value) : row));
}

function multiply(left: Matrix, right: Matrix): Matrix {
  const columns = transpose(right);
  return left.map((row) =>
    columns.map((column) => row.reduce((sum, value, k) => sum + value * (column[k] ?? Number.NaN), 0)),
  );
}

function transpose(matrix: Matrix): Matrix {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? Number.NaN));
}

function combine(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return left.map((row, i) => row.map((value, j) => f(value, right[i]?.[j] ?? Number.NaN)));
}

/** Divides by the number of examples. */
function mean(sums: Matrix, X: Matrix): Matrix {
  const m = X[0]?.length ?? 0;
  return sums.map((row) => row.map((sum) => sum / m));
}
