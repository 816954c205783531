import * as tf from "@tensorflow/tfjs";

// I prefer to see the numbers.

function softmaxOfColumn(z: number[]): number[] {
  const top = Math.max(...z);
  const e = z.map((x) => Math.exp(x - top));
  let sum = 0;
  for (const x of e) sum += x;
  return e.map((x) => x / sum);
}

function indexOfMax(list: number[]): number {
  let best = 0;
  for (let k = 1; k < list.length; k++) {
    if (list[k] > list[best]) best = k;
  }
  return best;
}

/** Applies a function to every column. */
function mapColumns(Z: tf.Tensor2D, f: (column: number[]) => number[]): tf.Tensor2D {
  const [C, m] = Z.shape;
  const rows = Z.arraySync();
  const out = rows.map((row) => row.slice());
  for (let j = 0; j < m; j++) {
    const column = f(rows.map((row) => row[j]));
    for (let k = 0; k < C; k++) out[k][j] = column[k];
  }
  return tf.tensor2d(out, [C, m]);
}

export const softmax = (Z: tf.Tensor2D) => mapColumns(Z, softmaxOfColumn);

export const hardmax = (Z: tf.Tensor2D) =>
  mapColumns(Z, (z) => {
    const best = indexOfMax(z);
    return z.map((_, k) => (k === best ? 1 : 0));
  });

export function crossEntropy(A: tf.Tensor2D, Y: tf.Tensor2D): number {
  const a = A.arraySync();
  const y = Y.arraySync();
  let cost = 0;
  for (let k = 0; k < a.length; k++) {
    for (let j = 0; j < a[k].length; j++) {
      if (y[k][j] !== 0) cost -= y[k][j] * Math.log(a[k][j]);
    }
  }
  return cost / A.shape[1];
}

export const softmaxGradient = (A: tf.Tensor2D, Y: tf.Tensor2D) => tf.sub(A, Y).div(A.shape[1]);

export function trainSoftmaxRegression(X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number, numIterations: number) {
  const x = X.arraySync();
  const y = Y.arraySync();
  const [n, m] = X.shape;
  const C = Y.shape[0];
  const W = Array.from({ length: C }, () => new Array(n).fill(0));
  const b = new Array(C).fill(0);
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const dW = Array.from({ length: C }, () => new Array(n).fill(0));
    const db = new Array(C).fill(0);
    let cost = 0;
    for (let j = 0; j < m; j++) {
      const z = b.map((bias, k) => W[k].reduce((sum, w, f) => sum + w * x[f][j], bias));
      const a = softmaxOfColumn(z);
      for (let k = 0; k < C; k++) {
        if (y[k][j] !== 0) cost -= (y[k][j] * Math.log(a[k])) / m;
        const dz = (a[k] - y[k][j]) / m;
        db[k] += dz;
        for (let f = 0; f < n; f++) dW[k][f] += dz * x[f][j];
      }
    }
    costs.push(cost);
    for (let k = 0; k < C; k++) {
      b[k] -= learningRate * db[k];
      for (let f = 0; f < n; f++) W[k][f] -= learningRate * dW[k][f];
    }
  }
  return { W: tf.tensor2d(W, [C, n]), b: tf.tensor2d(b, [C, 1]), costs };
}

export function predictClasses(X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): number[] {
  const scores = tf.matMul(W, X).add(b).transpose().arraySync() as number[][];
  return scores.map(indexOfMax);
}
