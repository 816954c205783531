import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { NormalizationCache, RunningStatistics } from "gradecheck/w3-batch-normalization";

/**
 * Batch normalization: `ZNorm = (Z - mu) / sqrt(sigma2 + epsilon)` row by row, then `ZTilde = gamma * ZNorm + beta`.
 *
 * @param Z Values before the activation, float32 [n, m], one example per column
 * @param gamma Scales, float32 [n, 1]
 * @param beta Shifts, float32 [n, 1]
 * @param epsilon Keeps the division finite
 * @returns `ZTilde` [n, m] and what the way back needs; `mu` and `sigma2` (with 1/m) are [n, 1], `gamma` is a copy
 * @see Ioffe & Szegedy 2015, Batch Normalization, algorithm 1
 */
export function batchNormForward(
  Z: tf.Tensor2D,
  gamma: tf.Tensor2D,
  beta: tf.Tensor2D,
  epsilon = 1e-8,
): { ZTilde: tf.Tensor2D; cache: NormalizationCache } {
  return tf.tidy(() => {
    const mu = tf.mean<tf.Tensor2D>(Z, 1, true);
    const centered = tf.sub<tf.Tensor2D>(Z, mu);
    const sigma2 = tf.mean<tf.Tensor2D>(tf.square(centered), 1, true);
    const ZNorm = tf.div<tf.Tensor2D>(centered, tf.sqrt(tf.add(sigma2, epsilon)));
    const ZTilde = tf.add<tf.Tensor2D>(tf.mul(gamma, ZNorm), beta);
    return { ZTilde, cache: { ZNorm, mu, sigma2, gamma: tf.clone(gamma), epsilon } };
  });
}

/**
 * Exponentially weighted averages of the batches' statistics: `momentum * running + (1 - momentum) * new`.
 *
 * @param running Averages so far, float32 [n, 1] each
 * @param mu Means of the new batch, float32 [n, 1]
 * @param sigma2 Variances of the new batch, float32 [n, 1]
 * @param momentum Weight of the averages so far, in [0, 1]
 * @returns The new averages
 */
export function updateRunningStatistics(
  running: RunningStatistics,
  mu: tf.Tensor2D,
  sigma2: tf.Tensor2D,
  momentum = 0.9,
): RunningStatistics {
  const average = (past: tf.Tensor2D, value: tf.Tensor2D): tf.Tensor2D =>
    tf.tidy(() => tf.add(tf.mul(momentum, past), tf.mul(1 - momentum, value)));
  return { mu: average(running.mu, mu), sigma2: average(running.sigma2, sigma2) };
}

/**
 * Batch normalization at test time: the running statistics stand in place of the batch's own.
 *
 * @param Z Values before the activation, float32 [n, m]
 * @param gamma Scales, float32 [n, 1]
 * @param beta Shifts, float32 [n, 1]
 * @param running Averages from training, float32 [n, 1] each
 * @param epsilon Keeps the division finite
 * @returns ZTilde, float32 [n, m]
 * @see Ioffe & Szegedy 2015, Batch Normalization, algorithm 2
 */
export function batchNormInference(
  Z: tf.Tensor2D,
  gamma: tf.Tensor2D,
  beta: tf.Tensor2D,
  running: RunningStatistics,
  epsilon = 1e-8,
): tf.Tensor2D {
  return tf.tidy(() => {
    const ZNorm = tf.div(tf.sub(Z, running.mu), tf.sqrt(tf.add(running.sigma2, epsilon)));
    return tf.add(tf.mul(gamma, ZNorm), beta);
  });
}

/**
 * The way back through {@link batchNormForward}. With g = gamma * dZTilde, the paths through Z itself, mu and sigma2 add up to
 * `dZ = (g - mean(g) - ZNorm * mean(g * ZNorm)) / sqrt(sigma2 + epsilon)`, means over the batch.
 *
 * @param dZTilde Gradient with respect to ZTilde, float32 [n, m]
 * @param cache What the forward pass kept
 * @returns `dZ` [n, m]; `dgamma` and `dbeta` [n, 1], sums over the batch
 * @see Ioffe & Szegedy 2015, Batch Normalization, section 3
 */
export function batchNormBackward(
  dZTilde: tf.Tensor2D,
  cache: NormalizationCache,
): { dZ: tf.Tensor2D; dgamma: tf.Tensor2D; dbeta: tf.Tensor2D } {
  return tf.tidy(() => {
    const { ZNorm, sigma2, gamma, epsilon } = cache;
    const dZNorm = tf.mul<tf.Tensor2D>(gamma, dZTilde);
    const throughMu = tf.mean(dZNorm, 1, true);
    const throughSigma2 = tf.mul(ZNorm, tf.mean(tf.mul(dZNorm, ZNorm), 1, true));
    const dZ = tf.div<tf.Tensor2D>(tf.sub(tf.sub(dZNorm, throughMu), throughSigma2), tf.sqrt(tf.add(sigma2, epsilon)));
    const dgamma = tf.sum<tf.Tensor2D>(tf.mul(dZTilde, ZNorm), 1, true);
    return { dZ, dgamma, dbeta: tf.sum(dZTilde, 1, true) };
  });
}

/**
 * A network without biases whose layers are normalized: `Z = W A_prev`, {@link batchNormForward}, relu; the last layer's ZTilde
 * is the output.
 *
 * @param X Inputs, float32 [n_0, m], one example per column
 * @param parameters `W1, gamma1, beta1, W2, ...`
 * @param epsilon Keeps the divisions finite
 * @returns `AL` [n_L, m] and one cache for each layer, the first layer's first
 */
export function forwardWithBatchNorm(
  X: tf.Tensor2D,
  parameters: Params,
  epsilon = 1e-8,
): { AL: tf.Tensor2D; caches: NormalizationCache[] } {
  return tf.tidy(() => {
    const layers = Object.keys(parameters).length / 3;
    const caches: NormalizationCache[] = [];
    let A = X;
    for (let l = 1; l <= layers; l++) {
      const Z = tf.matMul<tf.Tensor2D>(entry(parameters, `W${l}`), A);
      const { ZTilde, cache } = batchNormForward(
        Z,
        entry(parameters, `gamma${l}`),
        entry(parameters, `beta${l}`),
        epsilon,
      );
      A = l < layers ? tf.relu(ZTilde) : ZTilde;
      caches.push(cache);
    }
    return { AL: A, caches };
  });
}

function entry(parameters: Params, name: string): tf.Tensor2D {
  const tensor = parameters[name];
  if (tensor === undefined) throw new TypeError(`Cannot compute the network: ${name} is missing`);
  return tensor;
}
