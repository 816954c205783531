/** Everything in nested arrays of numbers; tensors only at the end. */
import * as tf from "@tensorflow/tfjs";

const columnsOf = (matrix: tf.Tensor2D): number[][] => matrix.transpose().arraySync() as number[][];

function fromColumns(columns: number[][], rows: number): tf.Tensor2D {
  const data: number[] = [];
  for (let i = 0; i < rows; i++) for (const column of columns) data.push(column[i]);
  return tf.tensor2d(data, [rows, columns.length]);
}

export function splitDataset(X: tf.Tensor2D, Y: tf.Tensor2D, devFraction: number, testFraction: number, rng: any) {
  const m = X.shape[1];
  const permutation: number[] = rng.permutation(m);
  const [xs, ys] = [columnsOf(X), columnsOf(Y)];
  const sets: Record<string, number[]> = { train: [], dev: [], test: [] };
  const dev = Math.trunc(m * devFraction);
  const test = Math.trunc(m * testFraction);
  for (let j = 0; j < m; j++) {
    const name = j >= m - test ? "test" : j >= m - test - dev ? "dev" : "train";
    sets[name].push(permutation[j]);
  }
  const out: any = {};
  for (const name in sets) {
    out[name] = {
      X: fromColumns(sets[name].map((j) => xs[j]), X.shape[0]),
      Y: fromColumns(sets[name].map((j) => ys[j]), Y.shape[0]),
    };
  }
  return out;
}

export function fitNormalization(XTrain: tf.Tensor2D) {
  const rows = XTrain.arraySync();
  const mu: number[][] = [];
  const sigma2: number[][] = [];
  for (const row of rows) {
    // Welford: one pass, no sum of squares.
    let mean = 0;
    let squares = 0;
    row.forEach((value, j) => {
      const before = value - mean;
      mean += before / (j + 1);
      squares += before * (value - mean);
    });
    mu.push([mean]);
    sigma2.push([squares / row.length]);
  }
  return { mu: tf.tensor2d(mu), sigma2: tf.tensor2d(sigma2) };
}

export function applyNormalization(X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon?: number) {
  const [means, variances] = [mu.dataSync(), sigma2.dataSync()];
  const small = epsilon === undefined ? 1e-8 : epsilon;
  const rows = X.arraySync().map((row, i) => row.map((x) => (x - means[i]) * Math.pow(variances[i] + small, -0.5)));
  return tf.tensor2d(rows);
}

export function diagnoseBiasVariance(train: number, dev: number, optimal?: number, tolerance?: number) {
  const limit = tolerance ?? 0.02;
  const bias = train - (optimal ?? 0);
  const spread = -(train - dev);
  return { highVariance: !(spread <= limit), highBias: !(bias <= limit), variance: spread, avoidableBias: bias };
}

export function earlyStopping(devCosts: number[], patience: number) {
  // For each epoch, the first lowest so far; the first epoch that is far enough behind it.
  const bests = devCosts.map((_, e) => {
    const seen = devCosts.slice(0, e + 1);
    return seen.indexOf(seen.reduce((a, b) => (b < a ? b : a)));
  });
  const found = bests.findIndex((best, e) => e === best + patience);
  const stopEpoch = found === -1 ? devCosts.length - 1 : found;
  return { bestEpoch: bests[stopEpoch], stopEpoch };
}

export function flipImages(images: tf.Tensor4D, rng: any) {
  const draws = rng.rand([images.shape[0]]).arraySync() as number[];
  const all = images.arraySync().map((image, i) =>
    0.5 > draws[i] ? image.map((row) => row.slice().reverse()) : image,
  );
  return tf.tensor4d(all);
}

export function cropImages(images: tf.Tensor4D, height: number, width: number, rng: any) {
  const [, h, w] = images.shape;
  return tf.tensor4d(
    images.arraySync().map((image) => {
      const [top] = rng.randint(0, h - height + 1, 1);
      const [left] = rng.randint(0, w - width + 1, 1);
      return image.slice(top, top + height).map((row) => row.slice(left, left + width));
    }),
  );
}
