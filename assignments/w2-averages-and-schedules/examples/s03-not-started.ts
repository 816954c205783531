/**
 * Averages and schedules: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * `Params` holds `W1, b1, ..., WL, bL`; `Grads` holds `dW1, db1, ..., dWL, dbL`. Both are records of
 * float32 `tf.Tensor2D`: `Wl` and `dWl` are [n_l, n_(l-1)], `bl` and `dbl` are [n_l, 1].
 * Nothing that is passed in may change: return new records and new tensors.
 */
import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

/**
 * Exponentially weighted averages of a series (README, exercise 1).
 *
 * @param values The series, float32 [n], oldest first
 * @param beta Weight of the past, in [0, 1)
 * @param biasCorrection Whether the averages are corrected for their start at 0
 * @returns The average after each value, float32 [n]
 */
export function exponentiallyWeightedAverage(values: tf.Tensor1D, beta: number, biasCorrection = true): tf.Tensor1D {
  throw new Error("Not implemented: exponentiallyWeightedAverage");
}

/**
 * The average of squared gradients before the first step: all zeros (README, exercise 2).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns Zeros under `dW1, db1, ...`, each in the shape of its parameter
 */
export function initializeRmsprop(parameters: Params): Grads {
  throw new Error("Not implemented: initializeRmsprop");
}

/**
 * One step of RMSprop (README, exercise 3).
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @param grads Gradients of the cost, keys `dW1, db1, ...`
 * @param s Average of the squared gradients so far, keys `dW1, db1, ...`
 * @param learningRate Step length alpha
 * @param beta2 Share of the old average that is kept, in [0, 1)
 * @param epsilon Keeps the division finite
 * @returns Updated parameters and the new average
 */
export function updateParametersWithRmsprop(
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate = 0.01,
  beta2 = 0.9,
  epsilon = 1e-8,
): { parameters: Params; s: Grads } {
  throw new Error("Not implemented: updateParametersWithRmsprop");
}

/**
 * Learning rate that falls by the same factor in every epoch (README, exercise 4).
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param base What is left of the learning rate after one more epoch, in (0, 1]
 * @returns Learning rate of this epoch
 */
export function exponentialDecay(learningRate0: number, epochNum: number, base = 0.95): number {
  throw new Error("Not implemented: exponentialDecay");
}

/**
 * Learning rate that falls with the root of the epoch (README, exercise 5).
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param k Share of `learningRate0` in epoch 1, above 0
 * @returns Learning rate of this epoch
 */
export function inverseSqrtDecay(learningRate0: number, epochNum: number, k = 1): number {
  throw new Error("Not implemented: inverseSqrtDecay");
}

/**
 * Learning rate that falls in steps (README, exercise 6).
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param interval Epochs from one step to the next
 * @param factor What is left of the learning rate after a step, in (0, 1]
 * @returns Learning rate of this epoch
 */
export function staircaseDecay(learningRate0: number, epochNum: number, interval: number, factor = 0.5): number {
  throw new Error("Not implemented: staircaseDecay");
}

/**
 * The way down from a saddle (README, exercise 7).
 *
 * @param start Where the way begins, float32 [2]
 * @param method How steps are made
 * @param numSteps Number of steps, from 0
 * @param learningRate Step length alpha
 * @param beta Share of the old average that momentum and RMSprop keep, in [0, 1)
 * @returns The start and where each step leads, float32 [numSteps + 1, 2]
 */
export function descendSaddle(
  start: tf.Tensor1D,
  method: "gd" | "momentum" | "rmsprop",
  numSteps: number,
  learningRate: number,
  beta = 0.9,
): tf.Tensor2D {
  throw new Error("Not implemented: descendSaddle");
}
