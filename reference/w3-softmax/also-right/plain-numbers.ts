import * as tf from "@tensorflow/tfjs";

// Nested lists in float64, element by element; a tensor is made at the end. Logarithms of probabilities instead of quotients.

type Matrix = number[][];

const make = (rows: number, columns: number, f: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => f(i, j)));

const add = (numbers: number[]): number => numbers.reduce((sum, value) => sum + value, 0);

function logSoftmax(z: number[]): number[] {
  let top = -Infinity;
  for (const value of z) if (value > top) top = value;
  const rest = Math.log(add(z.map((value) => Math.exp(value - top))));
  return z.map((value) => value - top - rest);
}

const column = (Z: Matrix, j: number): number[] => Z.map((row) => row[j]);

const softmaxOf = (Z: Matrix): Matrix => {
  const columns = Z[0].map((_, j) => logSoftmax(column(Z, j)).map(Math.exp));
  return make(Z.length, Z[0].length, (k, j) => columns[j][k]);
};

function best(scores: number[]): number {
  let k = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i] > scores[k]) k = i;
  return k;
}

const costOf = (A: Matrix, Y: Matrix): number =>
  add(A.flatMap((row, k) => row.map((a, j) => (Y[k][j] === 0 ? 0 : -Y[k][j] * Math.log(a))))) / A[0].length;

export const softmax = (Z: tf.Tensor2D) => tf.tensor2d(softmaxOf(Z.arraySync()), Z.shape);

export const hardmax = (Z: tf.Tensor2D) => {
  const rows = Z.arraySync();
  return tf.tensor2d(make(Z.shape[0], Z.shape[1], (k, j) => (best(column(rows, j)) === k ? 1 : 0)), Z.shape, "int32");
};

export const crossEntropy = (A: tf.Tensor2D, Y: tf.Tensor2D) => tf.scalar(costOf(A.arraySync(), Y.arraySync()));

export const softmaxGradient = (A: tf.Tensor2D, Y: tf.Tensor2D) => {
  const [a, y] = [A.arraySync(), Y.arraySync()];
  return tf.tensor2d(make(A.shape[0], A.shape[1], (k, j) => a[k][j] / A.shape[1] - y[k][j] / A.shape[1]), A.shape);
};

export function trainSoftmaxRegression(X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number, numIterations: number) {
  const [x, y] = [X.arraySync(), Y.arraySync()];
  const [n, m] = X.shape;
  const C = Y.shape[0];
  const W = make(C, n, () => 0);
  const b = make(C, 1, () => 0);
  const costs = new Float64Array(numIterations);
  for (let i = 0; i < numIterations; i++) {
    const A = softmaxOf(make(C, m, (k, j) => b[k][0] + add(W[k].map((w, f) => w * x[f][j]))));
    costs[i] = costOf(A, y);
    for (let k = 0; k < C; k++) {
      const error = A[k].map((a, j) => a - y[k][j]);
      for (let f = 0; f < n; f++) W[k][f] -= (learningRate / m) * add(error.map((e, j) => e * x[f][j]));
      b[k][0] -= (learningRate / m) * add(error);
    }
  }
  return { W: tf.tensor2d(W, [C, n]), b: tf.tensor2d(b, [C, 1]), costs };
}

export function predictClasses(X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): number[] {
  const [x, w, bias] = [X.arraySync(), W.arraySync(), b.arraySync()];
  return x[0].map((_, j) => best(w.map((row, k) => add(row.map((weight, f) => weight * x[f][j])) + bias[k][0])));
}
