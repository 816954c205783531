import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

// Nested arrays and float64 throughout; one tensor for each result.

type Rows = number[][];

const rows = (tensor: tf.Tensor): Rows => tensor.arraySync() as Rows;
const tensor = (values: Rows): tf.Tensor2D => tf.tensor2d(values, undefined, "float32");
const map = (a: Rows, f: (value: number, i: number, j: number) => number): Rows =>
  a.map((row, i) => row.map((value, j) => f(value, i, j)));
const turn = (a: Rows): Rows => a[0].map((_, j) => a.map((row) => row[j]));
const times = (a: Rows, b: Rows): Rows => {
  const out: Rows = [];
  for (let i = 0; i < a.length; i++) {
    out.push([]);
    for (let j = 0; j < b[0].length; j++) {
      let sum = 0;
      // From the last to the first: another rounding.
      for (let k = b.length - 1; k >= 0; k--) sum += a[i][k] * b[k][j];
      out[i].push(sum);
    }
  }
  return out;
};

export function computeCostWithRegularization(A3: tf.Tensor2D, Y: tf.Tensor2D, parameters: Params, lambd: number): number {
  const [predicted] = rows(A3);
  const [labels] = rows(Y);
  let cost = 0;
  predicted.forEach((a, i) => {
    cost -= labels[i] === 1 ? Math.log(a) : Math.log1p(-a);
  });
  let squares = 0;
  for (const name of ["W3", "W2", "W1"]) for (const value of rows(parameters[name]).flat()) squares += value ** 2;
  return (cost + 0.5 * lambd * squares) / labels.length;
}

function back(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, lambd: number, keepProb: number, isDropped: boolean): Grads {
  const m = X.shape[1];
  const read = (name: string): Rows => (name === "A0" ? rows(X) : rows(cache[name]));
  const grads: Record<string, Rows> = {};
  const labels = rows(Y);
  let dZ = map(read("A3"), (a, i, j) => a - labels[i][j]);
  for (let l = 3; l >= 1; l--) {
    const W = read(`W${l}`);
    const before = read(`A${l - 1}`);
    grads[`dZ${l}`] = dZ;
    grads[`dW${l}`] = map(times(dZ, turn(before)), (sum, i, j) => (sum + lambd * W[i][j]) / m);
    grads[`db${l}`] = dZ.map((row) => [row.reduce((sum, value) => sum + value, 0) / m]);
    if (l === 1) break;
    let dA = times(turn(W), dZ);
    if (isDropped) {
      const kept = read(`D${l - 1}`);
      dA = map(dA, (value, i, j) => (kept[i][j] ? value / keepProb : 0));
    }
    grads[`dA${l - 1}`] = dA;
    dZ = map(dA, (value, i, j) => (before[i][j] > 0 ? value : 0));
  }
  return Object.fromEntries(Object.entries(grads).map(([name, values]) => [name, tensor(values)]));
}

export function backwardPropagationWithRegularization(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, lambd: number): Grads {
  return back(X, Y, cache, lambd, 1, false);
}

export function forwardPropagationWithDropout(X: tf.Tensor2D, parameters: Params, keepProb: number | undefined, rng: Rng) {
  const p = keepProb ?? 0.5;
  const cache: Cache = { ...parameters };
  let A = rows(X);
  for (let l = 1; l <= 3; l++) {
    const b = rows(parameters[`b${l}`]);
    const Z = map(times(rows(parameters[`W${l}`]), A), (value, i) => value + b[i][0]);
    cache[`Z${l}`] = tensor(Z);
    if (l === 3) {
      A = map(Z, (z) => 1 / (1 + Math.exp(-z)));
    } else {
      const draws = rows(rng.rand([Z.length, Z[0].length]));
      // A draw is float32, and so is what it is compared with.
      const D = map(draws, (draw) => (draw < Math.fround(p) ? 1 : 0));
      cache[`D${l}`] = tensor(D);
      A = map(Z, (z, i, j) => (z > 0 && D[i][j] === 1 ? z / p : 0));
    }
    cache[`A${l}`] = tensor(A);
  }
  return { A3: cache.A3 as tf.Tensor2D, cache };
}

export function backwardPropagationWithDropout(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, keepProb: number): Grads {
  return back(X, Y, cache, 0, keepProb, true);
}
