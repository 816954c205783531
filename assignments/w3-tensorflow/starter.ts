/**
 * Introduction to TensorFlow.js: replace each `throw` by your own code.
 * The formulas, the shapes and what is easy to get wrong are in the handout beside this file.
 *
 * Examples are columns: `X` is [features, m], labels are one-hot columns [classes, m]. Parameters are a record
 * `W1, b1, W2, b2, W3, b3`: `Wl` is [n_l, n_(l-1)], `bl` is [n_l, 1]. Nothing that is passed in may change, except
 * the variables of `trainStep`.
 */
import * as tf from "@tensorflow/tfjs";
import { type Grads, type Params, Rng } from "gradecheck";
import type { ModelOptions, Trained, Variables } from "gradecheck/w3-tensorflow";

/**
 * A linear function of random numbers (README, exercise 1).
 *
 * @param rng Draw from here with `rng.randn(shape)`: X [3, 1], then W [4, 3], then b [4, 1]
 * @returns `W X + b`, [4, 1]
 */
export function linearFunction(rng: Rng): tf.Tensor2D {
  throw new Error("Not implemented: linearFunction");
}

/**
 * The sigmoid, element by element (README, exercise 2).
 *
 * @param z A number, a list of numbers or a tensor, which may hold integers
 * @returns float32 tensor of the same shape, without dimensions for a number
 */
export function sigmoid(z: number | number[] | tf.Tensor): tf.Tensor {
  throw new Error("Not implemented: sigmoid");
}

/**
 * The one-hot vector of a label (README, exercise 3).
 *
 * @param label Class, from 0 to C - 1
 * @param C Number of classes
 * @returns One dimension, [C]
 */
export function oneHotMatrix(label: number, C = 6): tf.Tensor1D {
  throw new Error("Not implemented: oneHotMatrix");
}

/**
 * Glorot-normal parameters, biases included (README, exercise 4).
 *
 * @param seed Another seed gives other values
 * @returns Variables W1 [25, 12288], b1 [25, 1], W2 [12, 25], b2 [12, 1], W3 [6, 12], b3 [6, 1]
 */
export function initializeParameters(seed = 1): Variables {
  throw new Error("Not implemented: initializeParameters");
}

/**
 * Forward pass: linear, relu, linear, relu, linear (README, exercise 5).
 *
 * @param X Inputs, [n0, m]
 * @param parameters Weights and biases of three layers
 * @returns Logits, [n3, m]
 */
export function forwardPropagation(X: tf.Tensor2D, parameters: Params): tf.Tensor2D {
  throw new Error("Not implemented: forwardPropagation");
}

/**
 * Softmax cross-entropy, summed over the examples (README, exercise 6).
 *
 * @param logits [classes, m]
 * @param labels One-hot columns, [classes, m]
 * @returns Scalar
 */
export function computeTotalLoss(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  throw new Error("Not implemented: computeTotalLoss");
}

/**
 * Loss and gradients by automatic differentiation (README, exercise 7).
 *
 * @param X Inputs, [n0, m]
 * @param labels One-hot columns, [n3, m]
 * @param parameters Variables of three layers
 * @returns Loss summed over the batch, and gradients under `dW1, db1, ...`
 */
export function gradientTape(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Variables,
): { loss: tf.Scalar; grads: Grads } {
  throw new Error("Not implemented: gradientTape");
}

/**
 * One step of an optimizer, in place (README, exercise 8).
 *
 * @param X Inputs, [n0, m]
 * @param labels One-hot columns, [n3, m]
 * @param parameters Variables of three layers; they change
 * @param optimizer Gradient descent or Adam
 * @returns Loss of the batch before the step
 */
export function trainStep(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Variables, optimizer: tf.Optimizer): number {
  throw new Error("Not implemented: trainStep");
}

/**
 * Trains a network with Adam on mini-batches (README, exercise 9).
 *
 * @param XTrain Training inputs, [12288, m] in [0, 1]
 * @param YTrain Training labels, one-hot columns, [6, m]
 * @param XTest Test inputs, [12288, mTest]
 * @param YTest Test labels, [6, mTest]
 * @param options Learning rate, number of epochs, size of mini-batches, whether to print, seed
 * @returns Trained parameters, one cost per example for each epoch, and accuracies in [0, 1]
 */
export function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  options: ModelOptions,
): Trained {
  throw new Error("Not implemented: model");
}
