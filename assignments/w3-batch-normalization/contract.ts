import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Params } from "../values/params.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** What the forward pass of one layer keeps for the way back: `ZNorm` [n, m]; `mu`, `sigma2` and `gamma` [n, 1]. */
export type NormalizationCache = {
  ZNorm: Tensor2D;
  mu: Tensor2D;
  sigma2: Tensor2D;
  gamma: Tensor2D;
  epsilon: number;
};

/** Averages of the means and variances of the batches so far, both [n, 1]. */
export type RunningStatistics = { mu: Tensor2D; sigma2: Tensor2D };

/**
 * Normalizes each row of `Z` over the batch, then scales it by `gamma` and shifts it by `beta`. By default `epsilon` is 1e-8.
 * @see Ioffe & Szegedy 2015, Batch Normalization, algorithm 1
 */
export type BatchNormForward = (
  Z: Tensor2D,
  gamma: Tensor2D,
  beta: Tensor2D,
  epsilon?: number,
) => Result<{ ZTilde: Tensor2D; cache: NormalizationCache }>;

/** `momentum * running + (1 - momentum) * new`, for the means and for the variances. By default `momentum` is 0.9. */
export type UpdateRunningStatistics = (
  running: RunningStatistics,
  mu: Tensor2D,
  sigma2: Tensor2D,
  momentum?: number,
) => Result<RunningStatistics>;

/** The same as {@link BatchNormForward}, with the running statistics in place of the batch's own. */
export type BatchNormInference = (
  Z: Tensor2D,
  gamma: Tensor2D,
  beta: Tensor2D,
  running: RunningStatistics,
  epsilon?: number,
) => Result<Tensor2D>;

/** The way back through {@link BatchNormForward}, whose mean and variance depend on `Z` too. Sums over the batch, no 1/m. */
export type BatchNormBackward = (
  dZTilde: Tensor2D,
  cache: NormalizationCache,
) => Result<{ dZ: Tensor2D; dgamma: Tensor2D; dbeta: Tensor2D }>;

/**
 * A network of `W1, gamma1, beta1, …` without biases: relu after each normalization but the last, which is the output.
 * `caches` holds one cache for each layer, the first layer's first.
 */
export type ForwardWithBatchNorm = (
  X: Tensor2D,
  parameters: Params,
  epsilon?: number,
) => Result<{ AL: Tensor2D; caches: NormalizationCache[] }>;

/** Everything that a submission exports. */
export type Contract = {
  batchNormForward: BatchNormForward;
  updateRunningStatistics: UpdateRunningStatistics;
  batchNormInference: BatchNormInference;
  batchNormBackward: BatchNormBackward;
  forwardWithBatchNorm: ForwardWithBatchNorm;
};
