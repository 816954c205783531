import * as tf from "@tensorflow/tfjs";

// everything with plain arrays, because I find them easier to print

type Matrix = number[][];

const transpose = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]));

export const splitDataset = async (X: any, Y: any, devFraction: number, testFraction: number, rng: any) => {
  const m = X.shape[1];
  const examples = transpose(await X.array());
  const labels = transpose(await Y.array());
  const order = rng.permutation(m) as number[];

  const dev = Math.floor(devFraction * m);
  const test = Math.floor(testFraction * m);
  const ends = { train: m - dev - test, dev: m - test, test: m };

  const result: any = {};
  let start = 0;
  for (const [name, end] of Object.entries(ends)) {
    const columns = order.slice(start, end);
    const build = (source: Matrix, rows: number) => {
      const flat: number[] = [];
      for (let i = 0; i < rows; i++) for (const j of columns) flat.push(source[j][i]);
      return tf.tensor2d(flat, [rows, columns.length]);
    };
    result[name] = { X: build(examples, X.shape[0]), Y: build(labels, Y.shape[0]) };
    start = end;
  }
  return result;
};

export const fitNormalization = async (XTrain: tf.Tensor2D) => {
  const rows = await XTrain.array();
  const mu = rows.map((row) => row.reduce((a, b) => a + b, 0) / row.length);
  const sigma2 = rows.map((row, i) => row.reduce((sum, x) => sum + (x - mu[i]) ** 2, 0) / row.length);
  const column = (values: number[]) => tf.tensor2d(values, [values.length, 1]);
  return { sigma2: column(sigma2), mu: column(mu) };
};

export const applyNormalization = async (X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon?: number) => {
  const means = await mu.array();
  const variances = await sigma2.array();
  const eps = epsilon ?? 1e-8;
  return tf.tensor2d((await X.array()).map((row, i) => row.map((x) => (x - means[i][0]) / Math.sqrt(variances[i][0] + eps))));
};

export const diagnoseBiasVariance = async (train: number, dev: number, optimal = 0, tolerance = 0.02) => {
  const gaps = { avoidableBias: train - optimal, variance: dev - train };
  const [highBias, highVariance] = Object.values(gaps).map((gap) => gap > tolerance);
  return { ...gaps, highBias, highVariance };
};

export const earlyStopping = async (devCosts: number[], patience: number) => {
  let best = Infinity;
  let bestEpoch = -1;
  let waiting = 0;
  let stopEpoch = devCosts.length - 1;
  for (const [epoch, cost] of devCosts.entries()) {
    if (cost < best) {
      best = cost;
      bestEpoch = epoch;
      waiting = 0;
    } else if (++waiting === patience) {
      stopEpoch = epoch;
      break;
    }
  }
  return { bestEpoch, stopEpoch };
};

export const flipImages = async (images: tf.Tensor4D, rng: any) => {
  const draws: number[] = await rng.rand([images.shape[0]]).array();
  const all = await images.array();
  return tf.tensor4d(all.map((image, i) => (draws[i] < 0.5 ? image.map((row) => [...row].reverse()) : image)));
};

export const cropImages = async (images: tf.Tensor4D, height: number, width: number, rng: any) => {
  const [, h, w] = images.shape;
  const windows = [];
  for (const image of await images.array()) {
    const top = rng.randint(0, h - height + 1);
    const left = rng.randint(0, w - width + 1);
    windows.push(image.slice(top, top + height).map((row) => row.slice(left, left + width)));
  }
  return tf.tensor4d(windows);
};
