import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";

export function splitDataset(X: tf.Tensor2D, Y: tf.Tensor2D, devFraction: number, testFraction: number, rng: Rng) {
  const m = X.shape[1];
  const permutation = rng.permutation(m);
  const numDev = Math.floor(devFraction * m);
  const numTest = Math.floor(testFraction * m);
  const numTrain = m - numDev - numTest;

  const pick = (start: number, count: number) => {
    const columns = permutation.slice(start, start + count);
    return {
      X: tf.tidy(() => tf.gather(X, columns, 1)) as tf.Tensor2D,
      Y: tf.tidy(() => tf.gather(Y, columns, 1)) as tf.Tensor2D,
    };
  };
  return { train: pick(0, numTrain), dev: pick(numTrain, numDev), test: pick(numTrain + numDev, numTest) };
}

export function fitNormalization(XTrain: tf.Tensor2D) {
  const { mean, variance } = tf.moments(XTrain, 1, true);
  return { mu: mean as tf.Tensor2D, sigma2: variance as tf.Tensor2D };
}

export function applyNormalization(X: tf.Tensor2D, mu: tf.Tensor2D, sigma2: tf.Tensor2D, epsilon = 1e-8) {
  return tf.tidy(() => X.sub(mu).div(sigma2.add(epsilon).sqrt())) as tf.Tensor2D;
}

export function diagnoseBiasVariance(trainError: number, devError: number, optimalError = 0, tolerance = 0.02) {
  const avoidableBias = trainError - optimalError;
  const variance = devError - trainError;
  return {
    avoidableBias,
    variance,
    highBias: avoidableBias >= tolerance,
    highVariance: variance >= tolerance,
  };
}

export function earlyStopping(devCosts: number[], patience: number) {
  let bestEpoch = 0;
  for (let epoch = 0; epoch < devCosts.length; epoch++) {
    if (devCosts[epoch] < devCosts[bestEpoch]) bestEpoch = epoch;
    if (epoch - bestEpoch >= patience) return { bestEpoch, stopEpoch: epoch };
  }
  return { bestEpoch, stopEpoch: devCosts.length - 1 };
}

export function flipImages(images: tf.Tensor4D, rng: Rng) {
  return tf.tidy(() => {
    const flip = rng.rand([images.shape[0]]).less(0.5).reshape([-1, 1, 1, 1]);
    return tf.where(flip, tf.reverse(images, 1), images);
  });
}

export function cropImages(images: tf.Tensor4D, height: number, width: number, rng: Rng) {
  const [m, h, w, c] = images.shape;
  return tf.tidy(() => {
    const crops: tf.Tensor[] = [];
    for (let i = 0; i < m; i++) {
      const top = rng.randint(0, h - height + 1);
      const left = rng.randint(0, w - width + 1);
      crops.push(images.slice([i, top, left, 0], [1, height, width, c]));
    }
    return tf.concat(crops) as tf.Tensor4D;
  });
}
