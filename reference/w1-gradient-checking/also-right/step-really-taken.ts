import { forwardPropagationN, gradientsToVector, dictionaryToVector } from "gradecheck/w1-gradient-checking";
import type { Cache, Grads, Matrix, Params } from "gradecheck/w1-gradient-checking";

// The slope is divided by the distance of the two points as the computer has them; typed arrays and structured copies.

export function forwardPropagation(x: number, theta: number): number {
  return theta * x;
}

export function backwardPropagation(x: number, theta: number): number {
  void theta;
  return x;
}

function slopeBetween(left: number, right: number, costAt: (theta: number) => number): number {
  return (costAt(right) - costAt(left)) / (right - left);
}

export function gradientCheck(x: number, theta: number, epsilon = 1e-7): number {
  const approx = slopeBetween(theta - epsilon, theta + epsilon, (at) => forwardPropagation(x, at));
  const grad = backwardPropagation(x, theta);
  return Math.abs(grad - approx) / (Math.abs(grad) + Math.abs(approx));
}

export function gradientCheckN(parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon = 1e-7): number {
  const copy = structuredClone(parameters);
  const slopes: number[] = [];
  for (const key of ["W1", "b1", "W2", "b2", "W3", "b3"]) {
    for (const row of copy[key]) {
      for (let j = 0; j < row.length; j++) {
        const before = row[j];
        const costAt = (value: number): number => {
          row[j] = value;
          const { cost } = forwardPropagationN(X, Y, copy);
          row[j] = before;
          return cost;
        };
        slopes.push(slopeBetween(before - epsilon, before + epsilon, costAt));
      }
    }
  }
  if (slopes.length !== dictionaryToVector(parameters).length) throw new RangeError("Some parameters were not moved");
  const norm = (values: Float64Array): number => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
  const [approx, grad] = [Float64Array.from(slopes), Float64Array.from(gradientsToVector(gradients))];
  return norm(grad.map((value, i) => value - approx[i])) / (norm(approx) + norm(grad));
}

/** Example by example, added up. */
export function backwardPropagationN(X: Matrix, Y: Matrix, cache: Cache): Grads {
  const m = Y[0].length;
  const zeros = (like: Matrix) => like.map((row) => new Float64Array(row.length)) as unknown as Matrix;
  const { A1, A2, A3, W1, W2, W3, b1, b2, b3 } = cache;
  const grads: Grads = {
    ...{ dZ3: zeros(A3), dA2: zeros(A2), dZ2: zeros(A2), dA1: zeros(A1), dZ1: zeros(A1) },
    ...{ dW1: zeros(W1), db1: zeros(b1), dW2: zeros(W2), db2: zeros(b2), dW3: zeros(W3), db3: zeros(b3) },
  };
  for (let j = 0; j < m; j++) {
    const learn = (l: number, A: Matrix): void =>
      grads[`dZ${l}`].forEach((row, i) => {
        grads[`db${l}`][i][0] += row[j] / m;
        A.forEach((values, k) => (grads[`dW${l}`][i][k] += (row[j] * values[j]) / m));
      });
    grads.dZ3[0][j] = A3[0][j] - Y[0][j];
    learn(3, A2);
    for (let k = 0; k < A2.length; k++) {
      grads.dA2[k][j] = W3[0][k] * grads.dZ3[0][j];
      grads.dZ2[k][j] = A2[k][j] > 0 ? grads.dA2[k][j] : 0;
    }
    learn(2, A1);
    for (let k = 0; k < A1.length; k++) {
      for (let i = 0; i < A2.length; i++) grads.dA1[k][j] += W2[i][k] * grads.dZ2[i][j];
      if (A1[k][j] > 0) grads.dZ1[k][j] = grads.dA1[k][j];
    }
    learn(1, X);
  }
  return grads;
}
