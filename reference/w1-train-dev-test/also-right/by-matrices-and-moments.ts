/** Selections as products and sums, statistics by moments; async. */
import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";

export const splitDataset = async (
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  devFraction: number,
  testFraction: number,
  rng: Rng,
) => {
  const m = X.shape[1];
  const P = tf.equal(tf.range(0, m).reshape([m, 1]), rng.permutation(m)).toFloat() as tf.Tensor2D;
  const sizes = [0, ~~(devFraction * m), ~~(testFraction * m)];
  sizes[0] = m - sizes[1] - sizes[2];
  const xs = tf.split(X.matMul(P), sizes, 1);
  const ys = tf.split(Y.matMul(P), sizes, 1);
  const [train, dev, test] = xs.map((x, i) => ({ X: x, Y: ys[i] }));
  return { test, dev, train };
};

export const fitNormalization = async (XTrain: tf.Tensor2D) => {
  const { mean, variance } = tf.moments(XTrain, -1, true);
  return { mu: mean, sigma2: variance };
};

export const applyNormalization = async (X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon = 1e-8) =>
  X.sub(mu).mul(tf.rsqrt(sigma2.add(epsilon)));

export const diagnoseBiasVariance = async (train: number, dev: number, optimal = 0, tolerance = 0.02) => {
  // Scalar tensors for the gaps: float32.
  const [avoidableBias, variance] = [tf.scalar(train).sub(optimal), tf.scalar(dev).sub(tf.scalar(train))];
  return {
    avoidableBias,
    variance,
    highBias: train - optimal > tolerance,
    highVariance: dev - train > tolerance,
  };
};

export const earlyStopping = async (devCosts: number[], patience: number) => {
  let best = 0;
  let epoch = 0;
  while (epoch < devCosts.length - 1 && epoch - best < patience) {
    epoch++;
    if (devCosts[epoch] < devCosts[best]) best = epoch;
  }
  return { bestEpoch: best, stopEpoch: epoch };
};

export const flipImages = async (images: tf.Tensor4D, rng: Rng) => {
  const m = images.shape[0];
  const mask = tf.less(rng.rand([m, 1, 1, 1]), 0.5).toFloat();
  return mask.mul(tf.image.flipLeftRight(images)).add(tf.scalar(1).sub(mask).mul(images));
};

export const cropImages = async (images: tf.Tensor4D, height: number, width: number, rng: Rng) => {
  const windows = [];
  for (const image of tf.unstack(images) as tf.Tensor3D[]) {
    const top = rng.randint(0, image.shape[0] - height + 1);
    const left = rng.randint(0, image.shape[1] - width + 1);
    const rows = tf.gather(image, tf.range(top, top + height, 1, "int32"), 0);
    windows.push(tf.gather(rows, tf.range(left, left + width, 1, "int32"), 1));
  }
  return tf.stack(windows);
};
