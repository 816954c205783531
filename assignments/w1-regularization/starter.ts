/**
 * Regularization: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * The network has three layers: relu, relu, sigmoid. `Params` holds `W1, b1, ..., W3, b3`; `Cache` holds what the
 * forward pass keeps, `Z1, A1, W1, b1, ...` and with dropout `D1, D2`; `Grads` holds `dZ3, dW3, db3, dA2, ..., db1`.
 * All are records of `tf.Tensor2D`. Nothing that is passed in may change: return new records and new tensors.
 */
import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

/**
 * Cross-entropy with an L2 penalty on the weights (README, exercise 1).
 *
 * @param A3 Output of the network, float32 [1, m], inside (0, 1)
 * @param Y Labels 0 and 1, float32 [1, m]
 * @param parameters Weights and biases, keys `W1, b1, W2, b2, W3, b3`
 * @param lambd Strength of the penalty, >= 0
 * @returns The cost
 */
export function computeCostWithRegularization(
  A3: tf.Tensor2D,
  Y: tf.Tensor2D,
  parameters: Params,
  lambd: number,
): number {
  throw new Error("Not implemented: computeCostWithRegularization");
}

/**
 * Gradients of the cost of exercise 1 (README, exercise 2).
 *
 * @param X Inputs, float32 [n_0, m], one example per column
 * @param Y Labels 0 and 1, float32 [1, m]
 * @param cache Forward pass, keys `Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3`
 * @param lambd Strength of the penalty, >= 0
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 */
export function backwardPropagationWithRegularization(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  cache: Cache,
  lambd: number,
): Grads {
  throw new Error("Not implemented: backwardPropagationWithRegularization");
}

/**
 * Forward pass with inverted dropout in the two hidden layers (README, exercise 3).
 *
 * @param X Inputs, float32 [n_0, m], one example per column
 * @param parameters Weights and biases, keys `W1, b1, W2, b2, W3, b3`
 * @param keepProb Probability of keeping a unit, in (0, 1]; 0.5 when `undefined`
 * @param rng Draw the masks from here, D1 first: `rng.rand(shape)`
 * @returns `A3` [1, m] and `cache` with keys `Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3`
 */
export function forwardPropagationWithDropout(
  X: tf.Tensor2D,
  parameters: Params,
  keepProb = 0.5,
  rng: Rng,
): { A3: tf.Tensor2D; cache: Cache } {
  throw new Error("Not implemented: forwardPropagationWithDropout");
}

/**
 * Gradients through the units that dropout kept (README, exercise 4).
 *
 * @param X Inputs, float32 [n_0, m], one example per column
 * @param Y Labels 0 and 1, float32 [1, m]
 * @param cache Forward pass with dropout, keys as exercise 3 returns them; `D1` and `D2` are of dtype bool
 * @param keepProb Probability with which units were kept, in (0, 1]
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 */
export function backwardPropagationWithDropout(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, keepProb: number): Grads {
  throw new Error("Not implemented: backwardPropagationWithDropout");
}
