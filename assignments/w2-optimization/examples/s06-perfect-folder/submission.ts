import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";
import { combine, descend, scaled, zerosFor } from "./dictionaries.ts";

export { updateLr, scheduleLrDecay } from "./schedules";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return descend(parameters, grads, learningRate);
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const [nX, m] = X.shape;
  const order = rng.permutation(m);
  // One gather for both: stack Y under X, cut them apart again afterwards.
  const both = tf.concat([X, Y], 0).gather(order, 1) as tf.Tensor2D;
  const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let start = 0; start < m; start += miniBatchSize) {
    const size = Math.min(miniBatchSize, m - start);
    batches.push({
      X: both.slice([0, start], [nX, size]),
      Y: both.slice([nX, start], [Y.shape[0], size]),
    });
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  return zerosFor(parameters);
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) {
  const velocity = combine(v, beta, grads, 1 - beta);
  return { parameters: descend(parameters, velocity, learningRate), v: velocity };
}

export function initializeAdam(parameters: Params) {
  return { v: zerosFor(parameters), s: zerosFor(parameters) };
}

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
) {
  const squared: Grads = {};
  for (const [key, g] of Object.entries(grads)) squared[key] = g.square();

  const newV = combine(v, beta1, grads, 1 - beta1);
  const newS = combine(s, beta2, squared, 1 - beta2);
  const vCorrected = scaled(newV, 1 / (1 - beta1 ** t));
  const sCorrected = scaled(newS, 1 / (1 - beta2 ** t));

  const direction: Grads = {};
  for (const key of Object.keys(grads)) {
    direction[key] = vCorrected[key].div(sCorrected[key].sqrt().add(epsilon));
  }
  return { parameters: descend(parameters, direction, learningRate), v: newV, s: newS, vCorrected, sCorrected };
}
