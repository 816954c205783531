import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Grads, Params } from "../values/params.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/**
 * The exponentially weighted average after each value, [n] like `values`: `v = beta * v + (1 - beta) * value`, from 0.
 * With `biasCorrection`, by default true, the one after t values is divided by `1 - beta^t`.
 */
export type ExponentiallyWeightedAverage = (
  values: Tensor1D,
  beta: number,
  biasCorrection?: boolean,
) => Result<Tensor1D>;

/** Zeros `dW1, db1, …` of the shapes of the parameters. */
export type InitializeRmsprop = (parameters: Params) => Result<Grads>;

/**
 * One step of RMSprop: `s = beta2 * s + (1 - beta2) * grad^2`, then `parameter - learningRate * grad / (sqrt(s) + epsilon)`.
 * By default `learningRate` is 0.01, `beta2` 0.9 and `epsilon` 1e-8.
 */
export type UpdateParametersWithRmsprop = (
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate?: number,
  beta2?: number,
  epsilon?: number,
) => Result<{ parameters: Params; s: Grads }>;

/** The learning rate of an epoch: `base^epochNum * learningRate0`; `base` is 0.95 by default. */
export type ExponentialDecay = (learningRate0: number, epochNum: number, base?: number) => Result<number>;

/** The learning rate of an epoch: `k / sqrt(epochNum) * learningRate0`, and `learningRate0` at epoch 0; `k` is 1 by default. */
export type InverseSqrtDecay = (learningRate0: number, epochNum: number, k?: number) => Result<number>;

/** The learning rate of an epoch: `learningRate0 * factor^floor(epochNum / interval)`; `factor` is 0.5 by default. */
export type StaircaseDecay = (
  learningRate0: number,
  epochNum: number,
  interval: number,
  factor?: number,
) => Result<number>;

/** How {@link DescendSaddle} makes its steps. */
export type Method = "gd" | "momentum" | "rmsprop";

/**
 * The way down from a saddle, [numSteps + 1, 2], with `start` as its first row: `numSteps` steps on
 * f(w) = w_1^2 - w_2^2 + w_2^4 / 4. `beta` is that of momentum or RMSprop, by default 0.9.
 */
export type DescendSaddle = (
  start: Tensor1D,
  method: Method,
  numSteps: number,
  learningRate: number,
  beta?: number,
) => Result<Tensor2D>;

/** Everything that a submission exports. */
export type Contract = {
  exponentiallyWeightedAverage: ExponentiallyWeightedAverage;
  initializeRmsprop: InitializeRmsprop;
  updateParametersWithRmsprop: UpdateParametersWithRmsprop;
  exponentialDecay: ExponentialDecay;
  inverseSqrtDecay: InverseSqrtDecay;
  staircaseDecay: StaircaseDecay;
  descendSaddle: DescendSaddle;
};
