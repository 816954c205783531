/**
 * Batch normalization: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * Examples are columns: `Z` is [n, m], one row for each unit. `gamma`, `beta`, `mu` and `sigma2` are [n, 1].
 * A `NormalizationCache` is `{ ZNorm, mu, sigma2, gamma, epsilon }`, `RunningStatistics` is `{ mu, sigma2 }`.
 * Nothing that is passed in may change: return new dictionaries and new tensors.
 */
import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { NormalizationCache, RunningStatistics } from "gradecheck/w3-batch-normalization";

/**
 * Normalizes each unit over the batch, then scales and shifts it (README, exercise 1).
 *
 * @param Z Values before the activation, float32 [n, m], one example per column
 * @param gamma Scales, float32 [n, 1]
 * @param beta Shifts, float32 [n, 1]
 * @param epsilon Keeps the division finite; 1e-8 when left out
 * @returns `ZTilde` [n, m], and `cache` with exactly `ZNorm, mu, sigma2, gamma, epsilon`
 */
export function batchNormForward(
  Z: tf.Tensor2D,
  gamma: tf.Tensor2D,
  beta: tf.Tensor2D,
  epsilon = 1e-8,
): { ZTilde: tf.Tensor2D; cache: NormalizationCache } {
  throw new Error("Not implemented: batchNormForward");
}

/**
 * Takes the statistics of one more batch into the running averages (README, exercise 2).
 *
 * @param running Averages so far, `mu` and `sigma2`, float32 [n, 1] each
 * @param mu Means of the new batch, float32 [n, 1]
 * @param sigma2 Variances of the new batch, float32 [n, 1]
 * @param momentum Weight of the averages so far, from 0 to 1; 0.9 when left out
 * @returns The new averages, `mu` and `sigma2`
 */
export function updateRunningStatistics(
  running: RunningStatistics,
  mu: tf.Tensor2D,
  sigma2: tf.Tensor2D,
  momentum = 0.9,
): RunningStatistics {
  throw new Error("Not implemented: updateRunningStatistics");
}

/**
 * Normalizes with the running statistics, as at test time (README, exercise 3).
 *
 * @param Z Values before the activation, float32 [n, m]; m may be 1
 * @param gamma Scales, float32 [n, 1]
 * @param beta Shifts, float32 [n, 1]
 * @param running `mu` and `sigma2` of training, float32 [n, 1] each
 * @param epsilon Keeps the division finite; 1e-8 when left out
 * @returns ZTilde, float32 [n, m]
 */
export function batchNormInference(
  Z: tf.Tensor2D,
  gamma: tf.Tensor2D,
  beta: tf.Tensor2D,
  running: RunningStatistics,
  epsilon = 1e-8,
): tf.Tensor2D {
  throw new Error("Not implemented: batchNormInference");
}

/**
 * The way back through exercise 1 (README, exercise 4).
 *
 * @param dZTilde Gradient of the cost with respect to ZTilde, float32 [n, m]
 * @param cache What exercise 1 kept
 * @returns `dZ` [n, m], `dgamma` [n, 1] and `dbeta` [n, 1]
 */
export function batchNormBackward(
  dZTilde: tf.Tensor2D,
  cache: NormalizationCache,
): { dZ: tf.Tensor2D; dgamma: tf.Tensor2D; dbeta: tf.Tensor2D } {
  throw new Error("Not implemented: batchNormBackward");
}

/**
 * A network whose layers are normalized (README, exercise 5).
 *
 * @param X Inputs, float32 [n_0, m], one example per column
 * @param parameters Keys `W1, gamma1, beta1, W2, ...`: `Wl` is [n_l, n_(l-1)], `gammal` and `betal` are [n_l, 1]
 * @param epsilon Keeps the divisions finite; 1e-8 when left out
 * @returns `AL` [n_L, m], and `caches`, one for each layer as exercise 1 returns it, the first layer's first
 */
export function forwardWithBatchNorm(
  X: tf.Tensor2D,
  parameters: Params,
  epsilon = 1e-8,
): { AL: tf.Tensor2D; caches: NormalizationCache[] } {
  throw new Error("Not implemented: forwardWithBatchNorm");
}
