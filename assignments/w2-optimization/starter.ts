/**
 * Optimization methods: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * `Params` holds `W1, b1, ..., WL, bL`; `Grads` holds `dW1, db1, ..., dWL, dbL`. Both are records of
 * float32 `tf.Tensor2D`: `Wl` and `dWl` are [n_l, n_(l-1)], `bl` and `dbl` are [n_l, 1].
 * Nothing that is passed in may change: return new records and new tensors.
 */
import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

/**
 * One step of gradient descent (README, exercise 1).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @param grads Gradients of the cost, keys `dW1, db1, ...`, shapes of the parameters
 * @param learningRate Step length alpha
 * @returns Updated parameters, same keys and shapes as `parameters`
 */
export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  throw new Error("Not implemented: updateParametersWithGd");
}

/**
 * Shuffles the examples and cuts them into mini-batches (README, exercise 2).
 *
 * @param X Inputs, float32 [n_x, m], one example per column
 * @param Y Labels, float32 [n_y, m], column j belongs to column j of `X`
 * @param miniBatchSize Columns of a full mini-batch; 64 when `undefined`
 * @param rng Draw the permutation from here, once: `rng.permutation(m)`
 * @returns Mini-batches in order; the last one may have fewer columns
 */
export function randomMiniBatches(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  miniBatchSize = 64,
  rng: Rng,
): { X: tf.Tensor2D; Y: tf.Tensor2D }[] {
  throw new Error("Not implemented: randomMiniBatches");
}

/**
 * The velocity before the first step: all zeros (README, exercise 3).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns Zeros under `dW1, db1, ...`, each in the shape of its parameter
 */
export function initializeVelocity(parameters: Params): Grads {
  throw new Error("Not implemented: initializeVelocity");
}

/**
 * One step of gradient descent with momentum (README, exercise 4).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @param grads Gradients of the cost, keys `dW1, db1, ...`
 * @param v Velocity so far, keys `dW1, db1, ...`
 * @param beta Share of the old velocity that is kept, in [0, 1)
 * @param learningRate Step length alpha
 * @returns Updated parameters and the new velocity
 */
export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): { parameters: Params; v: Grads } {
  throw new Error("Not implemented: updateParametersWithMomentum");
}

/**
 * Adam's two moving averages before the first step: all zeros (README, exercise 5).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns `v` and `s`, each with zeros under `dW1, db1, ...` in the shapes of the parameters
 */
export function initializeAdam(parameters: Params): { v: Grads; s: Grads } {
  throw new Error("Not implemented: initializeAdam");
}

/**
 * One step of Adam (README, exercise 6).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @param grads Gradients of the cost, keys `dW1, db1, ...`
 * @param v Average of the gradients so far, keys `dW1, db1, ...`
 * @param s Average of the squared gradients so far, keys `dW1, db1, ...`
 * @param t Number of this step, 1 for the first
 * @param learningRate Step length alpha
 * @param beta1 Decay of `v`, in [0, 1)
 * @param beta2 Decay of `s`, in [0, 1)
 * @param epsilon Keeps the division finite
 * @returns Updated parameters, the new averages, and both averages after bias correction
 * @see Kingma & Ba 2015, algorithm 1
 */
export function updateParametersWithAdam(
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
): { parameters: Params; v: Grads; s: Grads; vCorrected: Grads; sCorrected: Grads } {
  throw new Error("Not implemented: updateParametersWithAdam");
}

/**
 * Learning rate that decays with every epoch (README, exercise 7).
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param decayRate Strength of the decay, >= 0
 * @returns Learning rate of this epoch
 */
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  throw new Error("Not implemented: updateLr");
}

/**
 * Learning rate that decays in steps, once per interval (README, exercise 8).
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param decayRate Strength of the decay, >= 0
 * @param timeInterval Epochs between two steps of the learning rate
 * @returns Learning rate of this epoch
 */
export function scheduleLrDecay(
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1000,
): number {
  throw new Error("Not implemented: scheduleLrDecay");
}
