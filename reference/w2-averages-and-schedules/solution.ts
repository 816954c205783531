import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import type { Method } from "gradecheck/w2-averages-and-schedules";

/**
 * Exponentially weighted averages of a series: `v_t = beta * v_(t-1) + (1 - beta) * value_t` from `v_0 = 0`, divided by
 * `1 - beta^t` where the bias is corrected. Computed in float64, rounded to float32 at the end.
 *
 * @param values The series, float32 [n], oldest first
 * @param beta Weight of the past, in [0, 1)
 * @param biasCorrection Whether the averages are corrected for their start at 0
 * @returns The average after each value, float32 [n]
 * @see Kingma & Ba 2015, section 3 (the correction)
 */
export function exponentiallyWeightedAverage(values: tf.Tensor1D, beta: number, biasCorrection = true): tf.Tensor1D {
  let v = 0;
  const averages = Array.from(values.dataSync(), (value, i) => {
    v = beta * v + (1 - beta) * value;
    return biasCorrection ? v / (1 - beta ** (i + 1)) : v;
  });
  return tf.tensor1d(averages, "float32");
}

/**
 * The average of squared gradients before the first step of RMSprop: zeros.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`
 * @returns Zeros under `dW1, db1, ...`, each in the shape of its parameter
 */
export function initializeRmsprop(parameters: Params): Grads {
  return Object.fromEntries(Object.entries(parameters).map(([name, tensor]) => [`d${name}`, tf.zerosLike(tensor)]));
}

/**
 * One step of RMSprop. With g the gradient: `s = beta2 * s + (1 - beta2) * g^2`, then
 * `p = p - learningRate * g / (sqrt(s) + epsilon)`, with epsilon outside the root.
 *
 * @param parameters Weights and biases, keys `W1, b1, ...`, float32 [n_l, n_(l-1)] and [n_l, 1]
 * @param grads Gradients of the cost, keys `dW1, db1, ...`, shapes of the parameters
 * @param s Average of the squared gradients so far, keys `dW1, db1, ...`
 * @param learningRate Step length alpha
 * @param beta2 Share of the old average that is kept, in [0, 1)
 * @param epsilon Keeps the division finite
 * @returns Updated parameters and the new average
 * @throws TypeError where a gradient or its average is missing
 * @see Tieleman & Hinton 2012, Neural Networks for Machine Learning, lecture 6.5
 */
export function updateParametersWithRmsprop(
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate = 0.01,
  beta2 = 0.9,
  epsilon = 1e-8,
): { parameters: Params; s: Grads } {
  const squares = forEach(s, (average, name) => {
    const square = tf.square(entry(grads, name));
    return tf.add(tf.mul(beta2, average), tf.mul(1 - beta2, square));
  });
  const updated = forEach(parameters, (parameter, name) => {
    const scale = tf.add(tf.sqrt(entry(squares, `d${name}`)), epsilon);
    return tf.sub(parameter, tf.div(tf.mul(learningRate, entry(grads, `d${name}`)), scale));
  });
  return { parameters: updated, s: squares };
}

/**
 * Learning rate that falls by the same factor in every epoch: `base^epochNum * learningRate0`.
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param base What is left of the learning rate after one more epoch, in (0, 1]
 * @returns Learning rate of this epoch
 */
export function exponentialDecay(learningRate0: number, epochNum: number, base = 0.95): number {
  return base ** epochNum * learningRate0;
}

/**
 * Learning rate that falls with the root of the epoch: `k / sqrt(epochNum) * learningRate0`; at epoch 0, where that has
 * no value, it is `learningRate0`.
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param k Share of `learningRate0` in epoch 1, above 0
 * @returns Learning rate of this epoch
 */
export function inverseSqrtDecay(learningRate0: number, epochNum: number, k = 1): number {
  return epochNum === 0 ? learningRate0 : (k / Math.sqrt(epochNum)) * learningRate0;
}

/**
 * Learning rate that falls in steps: `learningRate0 * factor^floor(epochNum / interval)`.
 *
 * @param learningRate0 Learning rate at the start
 * @param epochNum Number of the epoch, from 0
 * @param interval Epochs from one step to the next
 * @param factor What is left of the learning rate after a step, in (0, 1]
 * @returns Learning rate of this epoch
 */
export function staircaseDecay(learningRate0: number, epochNum: number, interval: number, factor = 0.5): number {
  return learningRate0 * factor ** Math.floor(epochNum / interval);
}

/**
 * The way down from the saddle of f(w) = w_1^2 - w_2^2 + w_2^4 / 4 at 0. With g the gradient and averages from 0:
 * `gd` goes along g, `momentum` along `v = beta * v + (1 - beta) * g`, `rmsprop` along `g / (sqrt(s) + 1e-8)` with
 * `s = beta * s + (1 - beta) * g^2`. Computed in float64, rounded to float32 at the end.
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
  method: Method,
  numSteps: number,
  learningRate: number,
  beta = 0.9,
): tf.Tensor2D {
  const [w1 = 0, w2 = 0] = start.dataSync();
  // Each coordinate goes its own way: neither occurs in the slope of the other.
  const ways = [
    wayOf(w1, (w) => 2 * w, method, numSteps, learningRate, beta),
    wayOf(w2, (w) => w ** 3 - 2 * w, method, numSteps, learningRate, beta),
  ];
  return tf.tidy(() => tf.tensor2d(ways, [2, numSteps + 1], "float32").transpose());
}

/** The way of one coordinate, whose slope at w is `slope(w)`. */
function wayOf(
  start: number,
  slope: (w: number) => number,
  method: Method,
  numSteps: number,
  learningRate: number,
  beta: number,
): number[] {
  const way = [start];
  let [w, v, s] = [start, 0, 0];
  for (let step = 0; step < numSteps; step++) {
    const g = slope(w);
    v = beta * v + (1 - beta) * g;
    s = beta * s + (1 - beta) * g ** 2;
    const direction = { gd: g, momentum: v, rmsprop: g / (Math.sqrt(s) + 1e-8) }[method];
    w -= learningRate * direction;
    way.push(w);
  }
  return way;
}

/** A new dictionary with the same keys, each tensor made from the old one without leaving others behind. */
function forEach(dictionary: Params, make: (tensor: tf.Tensor2D, name: string) => tf.Tensor2D): Params {
  return Object.fromEntries(
    Object.entries(dictionary).map(([name, tensor]) => [name, tf.tidy(() => make(tensor, name))]),
  );
}

function entry(dictionary: Grads, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot update the parameters: ${name} is missing`);
  return tensor;
}
