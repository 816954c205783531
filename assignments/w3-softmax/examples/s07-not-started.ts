/**
 * Softmax regression: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * Examples are columns: `X` is [n, m], logits, probabilities and labels are [C, m] with one row for each class.
 * Nothing that is passed in may change: return new tensors.
 */
import * as tf from "@tensorflow/tfjs";

/**
 * Probabilities of logits, column by column (README, exercise 1).
 *
 * @param Z Logits of any size, float32 [C, m]
 * @returns Probabilities, float32 [C, m]; each column adds up to 1
 */
export function softmax(Z: tf.Tensor2D): tf.Tensor2D {
  throw new Error("Not implemented: softmax");
}

/**
 * One-hot columns of the largest logits (README, exercise 2).
 *
 * @param Z Logits, float32 [C, m]
 * @returns [C, m]: 1 for the largest of each column, the first of equals, and 0 elsewhere
 */
export function hardmax(Z: tf.Tensor2D): tf.Tensor2D {
  throw new Error("Not implemented: hardmax");
}

/**
 * Cross-entropy of predicted probabilities, averaged over the examples (README, exercise 3).
 *
 * @param A Predicted probabilities, float32 [C, m], some of them perhaps 0
 * @param Y Labels, float32 [C, m]: one-hot columns, or shares that add up to 1
 * @returns Cost
 */
export function crossEntropy(A: tf.Tensor2D, Y: tf.Tensor2D): number {
  throw new Error("Not implemented: crossEntropy");
}

/**
 * Gradient of the cross-entropy with respect to the logits (README, exercise 4).
 *
 * @param A Predicted probabilities, the softmax of the logits, float32 [C, m]
 * @param Y Labels, float32 [C, m]
 * @returns Gradient, float32 [C, m]
 */
export function softmaxGradient(A: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor2D {
  throw new Error("Not implemented: softmaxGradient");
}

/**
 * Softmax regression by gradient descent on all examples, from zeros (README, exercise 5).
 *
 * @param X Inputs, float32 [n, m], one example per column
 * @param Y Labels, float32 [C, m]
 * @param learningRate Step length alpha, >= 0
 * @param numIterations Number of steps, >= 0
 * @returns Weights W [C, n] and biases b [C, 1] after the last step; `costs[i]` is the cost before step i
 */
export function trainSoftmaxRegression(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  learningRate: number,
  numIterations: number,
): { W: tf.Tensor2D; b: tf.Tensor2D; costs: number[] } {
  throw new Error("Not implemented: trainSoftmaxRegression");
}

/**
 * The class of each example (README, exercise 6).
 *
 * @param X Inputs, float32 [n, m]
 * @param W Weights, float32 [C, n]
 * @param b Biases, float32 [C, 1]
 * @returns A class for each column of X, counted from 0; the first where scores are equal
 */
export function predictClasses(X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): number[] {
  throw new Error("Not implemented: predictClasses");
}
