import {
  type Cache,
  dictionaryToVector,
  forwardPropagationN,
  type Grads,
  gradientsToVector,
  type Matrix,
  type Params,
  vectorToDictionary,
} from "gradecheck/w1-gradient-checking";

/**
 * Cost of the model with one parameter: `J = theta * x`.
 *
 * @param x Input, float64
 * @param theta Parameter, float64
 * @returns Cost
 */
export function forwardPropagation(x: number, theta: number): number {
  return theta * x;
}

/**
 * Derivative of the cost with respect to theta: `x`.
 *
 * @param x Input, float64
 * @param _theta Parameter; the cost is linear in it, so its slope is the same everywhere
 * @returns Derivative
 */
export function backwardPropagation(x: number, _theta: number): number {
  return x;
}

/**
 * Relative difference between the derivative and the slope measured on both sides of theta:
 * `approx = (J(theta + epsilon) - J(theta - epsilon)) / (2 epsilon)`, `|grad - approx| / (|grad| + |approx|)`.
 *
 * @param x Input, not 0
 * @param theta Parameter
 * @param epsilon Distance to each side
 * @returns Difference, in [0, 1]; below 1e-7 where the derivative is right and epsilon neither tiny nor lost in theta
 */
export function gradientCheck(x: number, theta: number, epsilon = 1e-7): number {
  // Costs are subtracted first and divided once: the published values are rounding, and come out this way only.
  const approx = (forwardPropagation(x, theta + epsilon) - forwardPropagation(x, theta - epsilon)) / (2 * epsilon);
  const grad = backwardPropagation(x, theta);
  return Math.abs(grad - approx) / (Math.abs(grad) + Math.abs(approx));
}

/**
 * Relative difference between the network's gradients and the slopes of its cost, each measured with one parameter
 * moved to both sides: `||grad - approx|| / (||grad|| + ||approx||)`, Euclidean norms over all 47 numbers.
 *
 * @param parameters `W1` to `b3`, float64
 * @param gradients `dW1` to `db3`, float64; others are not looked at
 * @param X Inputs, float64 [4, m]
 * @param Y Labels, float64 [1, m]
 * @param epsilon Distance to each side
 * @returns Difference, in [0, 1]
 */
export function gradientCheckN(parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon = 1e-7): number {
  const theta = dictionaryToVector(parameters);
  const costAt = (i: number, value: number): number =>
    forwardPropagationN(X, Y, vectorToDictionary(theta.with(i, value))).cost;
  const approx = theta.map((value, i) => (costAt(i, value + epsilon) - costAt(i, value - epsilon)) / (2 * epsilon));
  const grad = gradientsToVector(gradients);
  const apart = grad.map((value, i) => value - at(approx, i));
  return norm(apart) / (norm(grad) + norm(approx));
}

/**
 * Gradients of the mean cross-entropy by back-propagation: `dZ3 = A3 - Y`, then for each layer from the last
 * `dW = dZ A_prev^T / m`, `db` = row sums of `dZ` / m, `dA_prev = W^T dZ`, `dZ_prev = dA_prev` where `A_prev > 0`, else 0.
 *
 * @param X Inputs, float64 [4, m]
 * @param Y Labels, float64 [1, m]
 * @param cache `Z1, A1, W1, b1, ..., b3` of the forward pass
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 * @see Rumelhart, Hinton & Williams 1986, Learning representations by back-propagating errors
 */
export function backwardPropagationN(X: Matrix, Y: Matrix, cache: Cache): Grads {
  const A1 = entry(cache, "A1");
  const A2 = entry(cache, "A2");
  const dZ3 = combine(entry(cache, "A3"), Y, (a, y) => a - y);
  const dA2 = timesTransposed(entry(cache, "W3"), dZ3);
  const dZ2 = combine(dA2, A2, (d, a) => (a > 0 ? d : 0));
  const dA1 = timesTransposed(entry(cache, "W2"), dZ2);
  const dZ1 = combine(dA1, A1, (d, a) => (a > 0 ? d : 0));
  return {
    ...{ dZ3, dW3: meanProduct(dZ3, A2), db3: rowMeans(dZ3) },
    ...{ dA2, dZ2, dW2: meanProduct(dZ2, A1), db2: rowMeans(dZ2) },
    ...{ dA1, dZ1, dW1: meanProduct(dZ1, X), db1: rowMeans(dZ1) },
  };
}

function norm(vector: number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** `W^T dZ`. */
function timesTransposed(W: Matrix, dZ: Matrix): Matrix {
  const inputs = W[0] ?? [];
  const examples = dZ[0] ?? [];
  return inputs.map((_, k) => examples.map((_, j) => W.reduce((sum, row, i) => sum + at(row, k) * at(dZ[i], j), 0)));
}

/** `dZ A^T / m`. */
function meanProduct(dZ: Matrix, A: Matrix): Matrix {
  return dZ.map((row) => A.map((values) => row.reduce((sum, d, j) => sum + d * at(values, j), 0) / row.length));
}

/** Sums over the examples, divided by their number: [n, 1]. */
function rowMeans(dZ: Matrix): Matrix {
  return dZ.map((row) => [row.reduce((sum, d) => sum + d, 0) / row.length]);
}

function combine(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return left.map((row, i) => row.map((value, j) => f(value, at(right[i], j))));
}

function at(row: number[] | undefined, j: number): number {
  const value = row?.[j];
  if (value === undefined)
    throw new RangeError(`Cannot propagate backward: there is no column ${j}, shapes do not fit`);
  return value;
}

function entry(cache: Cache, name: string): Matrix {
  const matrix = cache[name];
  if (matrix === undefined) throw new TypeError(`Cannot propagate backward: ${name} is missing`);
  return matrix;
}
