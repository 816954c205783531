import type * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";
import type { Activation, ActivationStatistics, Scale } from "gradecheck/w1-vanishing-gradients";

/**
 * Random weights of one of four sizes, and zero biases (README, exercise 1).
 *
 * @param layerDims Widths n_0, n_1, ..., n_L; n_0 is the number of inputs
 * @param scale Size of the weights: "small", "large", "xavier" or "he"
 * @param rng Draw the weights from here, W1 first: `rng.randn(shape)`
 * @returns `W1, b1, ..., WL, bL`
 */
export function initializeDeep(layerDims: number[], scale: Scale, rng: Rng): Params {
  throw new Error("Not implemented: initializeDeep");
}

/**
 * The activations of every layer (README, exercise 2).
 *
 * @param X Inputs, float32 [n_0, m]
 * @param parameters `W1, b1, ..., WL, bL`
 * @param activation "tanh" or "relu", of every layer, the last too
 * @returns A1 ... AL, [n_l, m] each
 */
export function forwardDeep(X: tf.Tensor2D, parameters: Params, activation: Activation): tf.Tensor2D[] {
  throw new Error("Not implemented: forwardDeep");
}

/**
 * How the activations of each layer are distributed (README, exercise 3).
 *
 * @param activations A1 ... AL, float32 [n_l, m] each
 * @returns Mean, standard deviation and share of dead units, a number for each layer
 */
export function activationStatistics(activations: tf.Tensor2D[]): ActivationStatistics {
  throw new Error("Not implemented: activationStatistics");
}

/**
 * How long the gradient of each layer's weights is (README, exercise 4).
 *
 * @param X Inputs, float32 [n_0, m]
 * @param parameters `W1, b1, ..., WL, bL`
 * @param activation "tanh" or "relu", of every layer, the last too
 * @returns Frobenius norms of dJ/dW1 ... dJ/dWL for J = (sum of all elements of AL) / m
 */
export function gradientNorms(X: tf.Tensor2D, parameters: Params, activation: Activation): number[] {
  throw new Error("Not implemented: gradientNorms");
}

/**
 * Gradients whose elements are cut off at a limit (README, exercise 5).
 *
 * @param grads Gradients, keys `dW1, db1, ...`
 * @param limit Largest magnitude that is left, >= 0
 * @returns Clipped gradients, same keys and shapes
 */
export function clipByValue(grads: Grads, limit: number): Grads {
  throw new Error("Not implemented: clipByValue");
}

/**
 * Gradients that are made shorter where they are too long (README, exercise 6).
 *
 * @param grads Gradients, keys `dW1, db1, ...`
 * @param maxNorm Largest length that is left, >= 0
 * @returns Clipped gradients, same keys and shapes, and their norm before clipping
 */
export function clipByGlobalNorm(grads: Grads, maxNorm: number): { grads: Grads; norm: number } {
  throw new Error("Not implemented: clipByGlobalNorm");
}
