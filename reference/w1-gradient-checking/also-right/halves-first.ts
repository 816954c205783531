import { dictionaryToVector, forwardPropagationN, gradientsToVector, vectorToDictionary } from "gradecheck/w1-gradient-checking";
import type { Cache, Grads, Matrix, Params } from "gradecheck/w1-gradient-checking";

// Costs are halved before they are subtracted; loops by index; norms by Math.hypot.

export const forwardPropagation = (x: number, theta: number): number => x * theta;

export const backwardPropagation = (x: number, _theta: number): number => x;

export function gradientCheck(x: number, theta: number, epsilon: number = 1e-7): number {
  const [above, below] = [theta + epsilon, theta - epsilon].map((at) => forwardPropagation(x, at) / 2);
  const slope = (above - below) / epsilon;
  const gradient = backwardPropagation(x, theta);
  return Math.hypot(gradient - slope) / (Math.hypot(gradient) + Math.hypot(slope));
}

export function gradientCheckN(parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon: number = 1e-7): number {
  const theta = dictionaryToVector(parameters);
  const gradient = gradientsToVector(gradients);
  const slopes = theta.map((value, i) => {
    const [above, below] = [epsilon, -epsilon].map((step) => {
      const moved = theta.slice();
      moved[i] = value + step;
      return forwardPropagationN(X, Y, vectorToDictionary(moved)).cost / 2;
    });
    return (above - below) / epsilon;
  });
  const apart = gradient.map((value, i) => value - slopes[i]);
  return Math.hypot(...apart) / (Math.hypot(...gradient) + Math.hypot(...slopes));
}

export function backwardPropagationN(X: Matrix, Y: Matrix, cache: Cache): Grads {
  const m = X[0].length;
  const grads: Grads = { dZ3: cache.A3.map((row, i) => row.map((a, j) => a - Y[i][j])) };
  for (let l = 3; l >= 1; l--) {
    const dZ = grads[`dZ${l}`];
    const A = l > 1 ? cache[`A${l - 1}`] : X;
    const W = cache[`W${l}`];
    const dW: Matrix = [];
    const db: Matrix = [];
    for (let i = 0; i < dZ.length; i++) {
      dW[i] = [];
      db[i] = [0];
      for (let j = m - 1; j >= 0; j--) db[i][0] += dZ[i][j] / m;
      for (let k = 0; k < A.length; k++) {
        dW[i][k] = 0;
        for (let j = m - 1; j >= 0; j--) dW[i][k] += (dZ[i][j] * A[k][j]) / m;
      }
    }
    Object.assign(grads, { [`dW${l}`]: dW, [`db${l}`]: db });
    if (l === 1) break;
    const dA = A.map((_, k) => dZ[0].map((_, j) => W.reduceRight((sum, row, i) => sum + row[k] * dZ[i][j], 0)));
    grads[`dA${l - 1}`] = dA;
    grads[`dZ${l - 1}`] = dA.map((row, k) => row.map((value, j) => (A[k][j] > 0 ? value : 0)));
  }
  return grads;
}
