/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** A matrix in float64, by rows. */
export type Matrix = number[][];

/** `W1` [5, 4], `b1` [5, 1], `W2` [3, 5], `b2` [3, 1], `W3` [1, 3], `b3` [1, 1]. */
export type Params = Record<string, Matrix>;

/** `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`, each of the shape of what it is the gradient of. */
export type Grads = Record<string, Matrix>;

/** `Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3`; of the hidden layers `Zl` and `Al` are [n_l, m]. */
export type Cache = Record<string, Matrix>;

/** The cost of the model with one parameter: `J = theta * x`. */
export type ForwardPropagation = (x: number, theta: number) => Result<number>;

/** The derivative of that cost with respect to `theta`. */
export type BackwardPropagation = (x: number, theta: number) => Result<number>;

/**
 * How far `backwardPropagation` is from the slope measured around `theta`: `|grad - approx| / (|grad| + |approx|)`.
 * `epsilon` is 1e-7 where it is undefined.
 */
export type GradientCheck = (x: number, theta: number, epsilon?: number) => Result<number>;

/**
 * The same for the network: `||grad - approx|| / (||grad|| + ||approx||)` over all 47 parameters, `X` [4, m] and `Y`
 * [1, m]. `epsilon` is 1e-7 where it is undefined.
 */
export type GradientCheckN = (
  parameters: Params,
  gradients: Grads,
  X: Matrix,
  Y: Matrix,
  epsilon?: number,
) => Result<number>;

/** The gradients of the network's cost, by back-propagation. */
export type BackwardPropagationN = (X: Matrix, Y: Matrix, cache: Cache) => Result<Grads>;

/** Everything that a submission exports. */
export type Contract = {
  forwardPropagation: ForwardPropagation;
  backwardPropagation: BackwardPropagation;
  gradientCheck: GradientCheck;
  gradientCheckN: GradientCheckN;
  backwardPropagationN: BackwardPropagationN;
};

/** Parameters in the order of the vector, with their shapes. */
const layout = [
  { name: "W1", rows: 5, columns: 4 },
  { name: "b1", rows: 5, columns: 1 },
  { name: "W2", rows: 3, columns: 5 },
  { name: "b2", rows: 3, columns: 1 },
  { name: "W3", rows: 1, columns: 3 },
  { name: "b3", rows: 1, columns: 1 },
] as const;

const vectorLength = layout.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/**
 * The network of this assignment, 4-5-3-1: two layers with relu, one with sigmoid, and the cross-entropy as cost.
 * @param X Inputs, float64 [4, m], one example per column.
 * @param Y Labels 0 and 1, float64 [1, m].
 * @param parameters `W1` to `b3`; they are read, never changed.
 * @returns The cost, `-(1/m) * sum(Y * log(A3) + (1 - Y) * log(1 - A3))`, and what the backward pass needs.
 * @throws TypeError where a parameter is missing.
 * @throws RangeError where shapes do not fit.
 */
export function forwardPropagationN(X: Matrix, Y: Matrix, parameters: Params): { cost: number; cache: Cache } {
  const act = "propagate forward";
  const m = X[0]?.length ?? 0;
  checkShape(act, "X", X, 4, m);
  checkShape(act, "Y", Y, 1, m);
  const read = (i: 0 | 1 | 2 | 3 | 4 | 5): Matrix => {
    const { name, rows, columns } = layout[i];
    return checkShape(act, name, parameters[name], rows, columns);
  };
  const [W1, b1, W2, b2, W3, b3] = [read(0), read(1), read(2), read(3), read(4), read(5)];
  const Z1 = linear(W1, X, b1);
  const A1 = apply(Z1, relu);
  const Z2 = linear(W2, A1, b2);
  const A2 = apply(Z2, relu);
  const Z3 = linear(W3, A2, b3);
  const A3 = apply(Z3, sigmoid);
  return { cost: crossEntropy(A3, Y), cache: { Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 } };
}

/**
 * All 47 parameters in one vector: `W1, b1, W2, b2, W3, b3`, each by rows.
 * @throws TypeError or RangeError where one is missing or has another shape.
 */
export function dictionaryToVector(parameters: Params): number[] {
  return layout.flatMap(({ name, rows, columns }) =>
    checkShape("make a vector", name, parameters[name], rows, columns).flat(),
  );
}

/**
 * The dictionary that {@link dictionaryToVector} makes this vector from, in fresh arrays.
 * @throws RangeError where the vector has not 47 numbers.
 */
export function vectorToDictionary(vector: number[]): Params {
  if (vector.length !== vectorLength) {
    throw new RangeError(
      `Cannot make a dictionary: the vector has ${vector.length} numbers, must have ${vectorLength}`,
    );
  }
  const parameters: Params = {};
  let start = 0;
  for (const { name, rows, columns } of layout) {
    const begin = start;
    parameters[name] = Array.from({ length: rows }, (_, i) =>
      vector.slice(begin + i * columns, begin + (i + 1) * columns),
    );
    start += rows * columns;
  }
  return parameters;
}

/**
 * The gradients of the 47 parameters in the same order: `dW1, db1, dW2, db2, dW3, db3`. Others, such as `dZ1`, are left
 * out.
 * @throws TypeError or RangeError where one is missing or has another shape.
 */
export function gradientsToVector(gradients: Grads): number[] {
  return layout.flatMap(({ name, rows, columns }) =>
    checkShape("make a vector", `d${name}`, gradients[`d${name}`], rows, columns).flat(),
  );
}

const relu = (z: number): number => Math.max(0, z);

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const apply = (matrix: Matrix, f: (value: number) => number): Matrix => matrix.map((row) => row.map(f));

/** `W A + b`, where `b` is added to every column. */
function linear(W: Matrix, A: Matrix, b: Matrix): Matrix {
  const columns = A[0]?.length ?? 0;
  return W.map((weights, i) =>
    Array.from({ length: columns }, (_, j) => {
      const product = weights.reduce((sum, weight, k) => sum + weight * (A[k]?.[j] ?? Number.NaN), 0);
      return product + (b[i]?.[0] ?? Number.NaN);
    }),
  );
}

function crossEntropy([predictions = []]: Matrix, [labels = []]: Matrix): number {
  const sum = predictions.reduce((total, prediction, j) => {
    const label = labels[j] ?? Number.NaN;
    return total - (label * Math.log(prediction) + (1 - label) * Math.log(1 - prediction));
  }, 0);
  return sum / predictions.length;
}

function checkShape(act: string, name: string, matrix: Matrix | undefined, rows: number, columns: number): Matrix {
  if (!Array.isArray(matrix)) throw new TypeError(`Cannot ${act}: ${name} is missing or not a nested array of numbers`);
  const fits = (row: unknown): boolean => Array.isArray(row) && row.length === columns;
  if (matrix.length === rows && columns > 0 && matrix.every(fits)) return matrix;
  const first: unknown = matrix[0];
  const found = Array.isArray(first) ? `[${matrix.length}, ${first.length}]` : `[${matrix.length}]`;
  throw new RangeError(`Cannot ${act}: ${name} has the shape ${found}, must be [${rows}, ${columns}] by rows`);
}
