import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Examples in columns: `X` [features, size], `Y` [rows of labels, size]; a split of no examples has size 0. */
export type Split = { X: Tensor2D; Y: Tensor2D };

/** The three splits of a dataset. */
export type Splits = { train: Split; dev: Split; test: Split };

/**
 * Shuffles a dataset and cuts it into three: column j of the shuffled data is column `rng.permutation(m)[j]` of `X` and of
 * `Y`. Train takes the first columns, dev the next `floor(devFraction * m)`, test the last `floor(testFraction * m)`.
 */
export type SplitDataset = (
  X: Tensor2D,
  Y: Tensor2D,
  devFraction: number,
  testFraction: number,
  rng: Rng,
) => Result<Splits>;

/** Mean and variance of each feature, [features, 1]. */
export type Statistics = { mu: Tensor2D; sigma2: Tensor2D };

/** The statistics of the training set, both with `1 / m`. */
export type FitNormalization = (XTrain: Tensor2D) => Result<Statistics>;

/** `(X - mu) / sqrt(sigma2 + epsilon)`; `epsilon` is 1e-8 where it is undefined. */
export type ApplyNormalization = (X: Tensor2D, mu: Tensor2D, sigma2: Tensor2D, epsilon?: number) => Result<Tensor2D>;

/** The two gaps between three errors, and whether each is greater than the tolerance. */
export type Diagnosis = { avoidableBias: number; variance: number; highBias: boolean; highVariance: boolean };

/**
 * `avoidableBias = trainError - optimalError`, `variance = devError - trainError`. Where they are undefined,
 * `optimalError` is 0 and `tolerance` 0.02.
 */
export type DiagnoseBiasVariance = (
  trainError: number,
  devError: number,
  optimalError?: number,
  tolerance?: number,
) => Result<Diagnosis>;

/** Epochs, counted from 0. */
export type Stop = { bestEpoch: number; stopEpoch: number };

/**
 * Stops at the first epoch that comes `patience` epochs after the best so far, or at the last one; the best so far is the
 * first of equals.
 */
export type EarlyStopping = (devCosts: number[], patience: number) => Result<Stop>;

/** Mirrors image i left to right where number i of `rng.rand([m])` is below 0.5; `images` [m, height, width, channels]. */
export type FlipImages = (images: Tensor4D, rng: Rng) => Result<Tensor4D>;

/**
 * Cuts a window out of every image: for each in order, `top = rng.randint(0, h - height + 1)`, then
 * `left = rng.randint(0, w - width + 1)`. The result is [m, height, width, channels].
 */
export type CropImages = (images: Tensor4D, height: number, width: number, rng: Rng) => Result<Tensor4D>;

/** Everything that a submission exports. */
export type Contract = {
  splitDataset: SplitDataset;
  fitNormalization: FitNormalization;
  applyNormalization: ApplyNormalization;
  diagnoseBiasVariance: DiagnoseBiasVariance;
  earlyStopping: EarlyStopping;
  flipImages: FlipImages;
  cropImages: CropImages;
};
