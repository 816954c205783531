import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

type Method = "gd" | "momentum" | "rmsprop";

/** beta * past + (1 - beta) * present: everything here is built on it. */
const blend = <T extends tf.Tensor>(past: T, present: tf.Tensor, beta: number) =>
  tf.add(tf.mul(past, beta), tf.mul(present, 1 - beta)) as T;

const rmspropStep = (g: tf.Tensor, s: tf.Tensor, epsilon: number) => tf.div(g, tf.add(tf.sqrt(s), epsilon));

export const exponentiallyWeightedAverage = (values: tf.Tensor1D, beta: number, biasCorrection = true) =>
  tf.tidy(() => {
    let v: tf.Tensor = tf.scalar(0);
    const averages = tf.unstack(values).map((value, i) => {
      v = blend(v, value, beta);
      return biasCorrection ? tf.div(v, 1 - Math.pow(beta, i + 1)) : v;
    });
    return tf.stack(averages) as tf.Tensor1D;
  });

const mapKeys = (parameters: Params, make: (key: string) => tf.Tensor): Params =>
  Object.fromEntries(Object.keys(parameters).map((key) => [key, make(key) as tf.Tensor2D]));

const underGradients = (parameters: Params): Grads =>
  Object.fromEntries(Object.entries(parameters).map(([key, tensor]) => [`d${key}`, tensor]));

export const initializeRmsprop = (parameters: Params) =>
  underGradients(mapKeys(parameters, (key) => tf.zeros(parameters[key].shape)));

export const updateParametersWithRmsprop = (
  parameters: Params,
  grads: Grads,
  s: Grads,
  learningRate = 0.01,
  beta2 = 0.9,
  epsilon = 1e-8,
) => {
  const squares = mapKeys(parameters, (key) => blend(s[`d${key}`], tf.square(grads[`d${key}`]), beta2));
  const moved = mapKeys(parameters, (key) =>
    tf.sub(parameters[key], tf.mul(learningRate, rmspropStep(grads[`d${key}`], squares[key], epsilon))),
  );
  return { parameters: moved, s: underGradients(squares) };
};

export const exponentialDecay = (learningRate0: number, epochNum: number, base = 0.95) =>
  Math.pow(base, epochNum) * learningRate0;

export const inverseSqrtDecay = (learningRate0: number, epochNum: number, k = 1) =>
  epochNum === 0 ? learningRate0 : (k * learningRate0) / Math.sqrt(epochNum);

export const staircaseDecay = (learningRate0: number, epochNum: number, interval: number, factor = 0.5) =>
  exponentialDecay(learningRate0, Math.trunc(epochNum / interval), factor);

const slope = (w: tf.Tensor1D) => {
  const [w1, w2] = tf.unstack(w);
  return tf.stack([tf.mul(w1, 2), tf.sub(tf.pow(w2, 3), tf.mul(w2, 2))]) as tf.Tensor1D;
};

export const descendSaddle = (
  start: tf.Tensor1D,
  method: Method,
  numSteps: number,
  learningRate: number,
  beta = 0.9,
): tf.Tensor2D =>
  tf.tidy(() => {
    const points = [start];
    let v = tf.zeros([2]);
    let s = tf.zeros([2]);
    for (let step = 0; step < numSteps; step++) {
      const g = slope(points[step]);
      v = blend(v, g, beta);
      s = blend(s, tf.square(g), beta);
      const direction = { gd: g, momentum: v, rmsprop: rmspropStep(g, s, 1e-8) }[method];
      points.push(tf.sub(points[step], tf.mul(direction, learningRate)));
    }
    return tf.stack(points) as tf.Tensor2D;
  });
