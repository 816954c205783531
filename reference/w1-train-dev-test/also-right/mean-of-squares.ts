/** Sums and a difference of means instead of distances; the other functions as short as they can be. */
import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { ApplyNormalization, Contract, EarlyStopping } from "gradecheck/w1-train-dev-test";

export const splitDataset: Contract["splitDataset"] = (X, Y, devFraction, testFraction, rng) => {
  const m = X.shape[1];
  const [dev, test] = [devFraction, testFraction].map((fraction) => Math.floor(m * fraction));
  const ends = [0, m - dev - test, m - test, m];
  const order = tf.tensor1d(rng.permutation(m), "int32");
  const shuffled = [X, Y].map((matrix) => tf.gather(matrix, order, 1));
  const set = (k: number) => {
    const [x, y] = shuffled.map((matrix) => matrix.slice([0, ends[k]], [-1, ends[k + 1] - ends[k]]));
    return { X: x, Y: y };
  };
  return { train: set(0), dev: set(1), test: set(2) };
};

export function fitNormalization(XTrain: tf.Tensor2D) {
  return tf.tidy(() => {
    const m = XTrain.shape[1];
    const mu = XTrain.sum(1, true).div(m);
    return { mu, sigma2: XTrain.mul(XTrain).sum(1, true).div(m).sub(mu.mul(mu)).relu() };
  });
}

export const applyNormalization: ApplyNormalization = (X, mu, sigma2, epsilon = 1e-8) =>
  tf.tidy(() => {
    const scale = tf.div(1, tf.sqrt(sigma2.add(epsilon)));
    return X.mul(scale).sub(mu.mul(scale)) as tf.Tensor2D;
  });

class Gap {
  constructor(
    readonly size: number,
    readonly limit: number,
  ) {}
  get isHigh() {
    return this.size > this.limit;
  }
}

export function diagnoseBiasVariance(...errors: [number, number, number?, number?]) {
  const [train, dev, optimal = 0, tolerance = 0.02] = errors;
  const [bias, variance] = [new Gap(train - optimal, tolerance), new Gap(dev - train, tolerance)];
  return {
    avoidableBias: bias.size,
    variance: variance.size,
    highBias: bias.isHigh,
    highVariance: variance.isHigh,
  };
}

export const earlyStopping: EarlyStopping = (devCosts, patience) => {
  let state = { bestEpoch: 0, stopEpoch: 0, isOver: patience === 0 };
  devCosts.forEach((cost, epoch) => {
    if (state.isOver) return;
    const bestEpoch = epoch > 0 && cost < devCosts[state.bestEpoch] ? epoch : state.bestEpoch;
    state = { bestEpoch, stopEpoch: epoch, isOver: epoch === bestEpoch + patience };
  });
  const { isOver: _, ...result } = state;
  return result;
};

export const flipImages = (images: tf.Tensor4D, rng: Rng) =>
  tf.stack(
    tf.unstack(images).map((image) => (rng.rand([1]).dataSync()[0] < 0.5 ? tf.reverse(image, 1) : image)),
  ) as tf.Tensor4D;

export function cropImages(images: tf.Tensor4D, height: number, width: number, rng: Rng): tf.Tensor4D {
  const [m, h, w, c] = images.shape;
  const pixels = images.bufferSync();
  const windows = tf.buffer([m, height, width, c]);
  for (let i = 0; i < m; i++) {
    const top = rng.randint(0, h - height + 1);
    const left = rng.randint(0, w - width + 1);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let k = 0; k < c; k++) windows.set(pixels.get(i, top + y, left + x, k), i, y, x, k);
  }
  return windows.toTensor() as tf.Tensor4D;
}
