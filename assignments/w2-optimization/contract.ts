import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Grads, Params } from "../values/params.ts";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** One step of gradient descent: `W - learningRate * dW`, and the same for `b`, in every layer. */
export type UpdateParametersWithGd = (parameters: Params, grads: Grads, learningRate: number) => Result<Params>;

/** Examples in columns: `X` [features, size], `Y` [rows of labels, size]. */
export type MiniBatch = { X: Tensor2D; Y: Tensor2D };

/**
 * Shuffles and partitions a training set: column j of the shuffled data is column `rng.permutation(m)[j]` of `X` and of
 * `Y`. `miniBatchSize` is 64 where it is undefined; the last batch holds what is left.
 */
export type RandomMiniBatches = (
  X: Tensor2D,
  Y: Tensor2D,
  miniBatchSize: number | undefined,
  rng: Rng,
) => Result<MiniBatch[]>;

/** Zeros `dW1, db1, …` of the shapes of the parameters. */
export type InitializeVelocity = (parameters: Params) => Result<Grads>;

/** One step with momentum: `v = beta * v + (1 - beta) * grad`, then `parameter - learningRate * v`. */
export type UpdateParametersWithMomentum = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) => Result<{ parameters: Params; v: Grads }>;

/** Zeros `dW1, db1, …` of the shapes of the parameters, twice. */
export type InitializeAdam = (parameters: Params) => Result<{ v: Grads; s: Grads }>;

/**
 * One step of Adam; `t` counts steps from 1. By default `learningRate` is 0.01, `beta1` 0.9, `beta2` 0.999 and
 * `epsilon` 1e-8.
 * @see Kingma & Ba 2015, algorithm 1
 */
export type UpdateParametersWithAdam = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate?: number,
  beta1?: number,
  beta2?: number,
  epsilon?: number,
) => Result<{ parameters: Params; v: Grads; s: Grads; vCorrected: Grads; sCorrected: Grads }>;

/** The learning rate of an epoch: `learningRate0 / (1 + decayRate * epochNum)`. */
export type UpdateLr = (learningRate0: number, epochNum: number, decayRate: number) => Result<number>;

/** The same with decay only every `timeInterval` epochs, by default 1000. */
export type ScheduleLrDecay = (
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval?: number,
) => Result<number>;

/** Everything that a submission exports. */
export type Contract = {
  updateParametersWithGd: UpdateParametersWithGd;
  randomMiniBatches: RandomMiniBatches;
  initializeVelocity: InitializeVelocity;
  updateParametersWithMomentum: UpdateParametersWithMomentum;
  initializeAdam: InitializeAdam;
  updateParametersWithAdam: UpdateParametersWithAdam;
  updateLr: UpdateLr;
  scheduleLrDecay: ScheduleLrDecay;
};
