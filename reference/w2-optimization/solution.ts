import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

/**
 * One step of gradient descent: `p = p - learningRate * dp` for every weight and bias.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`, float32 [n_l, n_(l-1)] and [n_l, 1]
 * @param grads Gradients of the cost, keys `dW1, db1, ...`, shapes of the parameters
 * @param learningRate Step length alpha
 * @returns Updated parameters, same keys and shapes
 * @see Cauchy 1847, Méthode générale pour la résolution des systèmes d'équations simultanées
 */
export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return step(parameters, (name) => tf.mul(learningRate, entry(grads, name)));
}

/**
 * Shuffles the examples and cuts them into mini-batches: column j of the shuffled data is column `p[j]` of the input,
 * with one permutation p for X and Y alike.
 *
 * @param X Inputs, float32 [n_x, m], one example per column
 * @param Y Labels, [n_y, m], column j belongs to column j of X
 * @param miniBatchSize Columns of a full mini-batch
 * @param rng Source of the permutation, drawn from once
 * @returns Mini-batches in order; the last one holds the rest of the columns
 * @see Bottou 2012, Stochastic Gradient Descent Tricks, section 4.2 (why to shuffle)
 */
export function randomMiniBatches(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  miniBatchSize = 64,
  rng: Rng,
): { X: tf.Tensor2D; Y: tf.Tensor2D }[] {
  const order = rng.permutation(X.shape[1]);
  const batches = Math.ceil(order.length / miniBatchSize);
  return Array.from({ length: batches }, (_, k) => {
    const columns = order.slice(k * miniBatchSize, (k + 1) * miniBatchSize);
    return { X: takeColumns(X, columns), Y: takeColumns(Y, columns) };
  });
}

/**
 * The velocity before the first step of momentum: zeros.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns Zeros under `dW1, db1, ...`, each in the shape of its parameter
 */
export function initializeVelocity(parameters: Params): Grads {
  return forEachGradient(parameters, (parameter) => tf.zerosLike(parameter));
}

/**
 * One step of gradient descent with momentum, the velocity being an exponentially weighted average of the gradients:
 * `v = beta * v + (1 - beta) * dp`, then `p = p - learningRate * v`.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @param grads Gradients of the cost, keys `dW1, db1, ...`
 * @param v Velocity so far, keys `dW1, db1, ...`
 * @param beta Share of the old velocity that is kept, in [0, 1); 0 is plain gradient descent
 * @param learningRate Step length alpha
 * @returns Updated parameters and the new velocity
 * @see Polyak 1964, Some methods of speeding up the convergence of iteration methods
 */
export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): { parameters: Params; v: Grads } {
  const velocity = movingAverage(v, grads, beta);
  return { parameters: step(parameters, (name) => tf.mul(learningRate, entry(velocity, name))), v: velocity };
}

/**
 * Adam's moving averages before the first step: zeros.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns `v` and `s`, each with zeros under `dW1, db1, ...` in the shapes of the parameters
 * @see Kingma & Ba 2015, algorithm 1
 */
export function initializeAdam(parameters: Params): { v: Grads; s: Grads } {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

/**
 * One step of Adam. With g the gradient:
 * `v = beta1 * v + (1 - beta1) * g`, `s = beta2 * s + (1 - beta2) * g^2`,
 * `vCorrected = v / (1 - beta1^t)`, `sCorrected = s / (1 - beta2^t)`,
 * `p = p - learningRate * vCorrected / (sqrt(sCorrected) + epsilon)`, with epsilon outside the root.
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
  const first = movingAverage(v, grads, beta1);
  const second = tf.tidy(() => movingAverage(s, forEach(grads, tf.square), beta2));
  const vCorrected = forEach(first, (average) => tf.div(average, 1 - beta1 ** t));
  const sCorrected = forEach(second, (average) => tf.div(average, 1 - beta2 ** t));
  const updated = step(parameters, (name) => {
    const scale = tf.add(tf.sqrt(entry(sCorrected, name)), epsilon);
    return tf.div(tf.mul(learningRate, entry(vCorrected, name)), scale);
  });
  return { parameters: updated, v: first, s: second, vCorrected, sCorrected };
}

/**
 * Learning rate that decays with every epoch: `learningRate0 / (1 + decayRate * epochNum)`.
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param decayRate Strength of the decay, >= 0
 * @returns Learning rate of this epoch
 * @see Robbins & Monro 1951, A Stochastic Approximation Method (steps that shrink as 1/n)
 */
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

/**
 * Learning rate that decays in steps: `learningRate0 / (1 + decayRate * floor(epochNum / timeInterval))`.
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
  return updateLr(learningRate0, Math.floor(epochNum / timeInterval), decayRate);
}

/** A new dictionary with the same keys, each tensor made from the old one without leaving others behind. */
function forEach(dictionary: Params, make: (tensor: tf.Tensor2D, name: string) => tf.Tensor2D): Params {
  return Object.fromEntries(
    Object.entries(dictionary).map(([name, tensor]) => [name, tf.tidy(() => make(tensor, name))]),
  );
}

/** As {@link forEach}, under the keys of the gradients: `W1` becomes `dW1`. */
function forEachGradient(parameters: Params, make: (parameter: tf.Tensor2D) => tf.Tensor2D): Grads {
  return Object.fromEntries(Object.entries(forEach(parameters, make)).map(([name, tensor]) => [`d${name}`, tensor]));
}

/** Parameters minus a change, which is made from the name of each one's gradient. */
function step(parameters: Params, change: (gradient: string) => tf.Tensor2D): Params {
  return forEach(parameters, (parameter, name) => tf.sub(parameter, change(`d${name}`)));
}

/** `beta * average + (1 - beta) * values`, key by key. */
function movingAverage(averages: Grads, values: Grads, beta: number): Grads {
  return forEach(averages, (average, name) => tf.add(tf.mul(beta, average), tf.mul(1 - beta, entry(values, name))));
}

function takeColumns(matrix: tf.Tensor2D, columns: number[]): tf.Tensor2D {
  return tf.tidy(() => tf.gather(matrix, columns, 1));
}

function entry(dictionary: Grads, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot update the parameters: ${name} is missing`);
  return tensor;
}
