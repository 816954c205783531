import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const newParameters: Params = {};
  for (const key of Object.keys(parameters)) {
    newParameters[key] = tf.sub(parameters[key], tf.mul(grads["d" + key], learningRate));
  }
  return newParameters;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const order = rng.permutation(m);
  const miniBatches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let first = 0; first < m; first += miniBatchSize) {
    const indices = tf.tensor1d(order.slice(first, Math.min(first + miniBatchSize, m)), "int32");
    miniBatches.push({ X: X.gather(indices, 1), Y: Y.gather(indices, 1) });
  }
  return miniBatches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const key of Object.keys(parameters)) {
    const n_out = parameters[key].shape[0];
    const n_in = parameters[key].shape[1];
    v["d" + key] = tf.zeros([n_in, n_out]);
  }
  return v;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) {
  const newV: Grads = {};
  for (const key of Object.keys(v)) {
    newV[key] = tf.add(tf.mul(v[key], beta), tf.mul(grads[key], 1 - beta));
  }
  return { parameters: updateParametersWithGd(parameters, newV, learningRate), v: newV };
}

export function initializeAdam(parameters: Params) {
  const v: Grads = {};
  const s: Grads = {};
  for (const key of Object.keys(parameters)) {
    v["d" + key] = tf.zerosLike(parameters[key]);
    s["d" + key] = tf.zerosLike(parameters[key]);
  }
  return { v, s };
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
  const newV: Grads = {};
  const newS: Grads = {};
  const vCorrected: Grads = {};
  const sCorrected: Grads = {};
  const direction: Grads = {};
  for (const key of Object.keys(v)) {
    newV[key] = tf.add(tf.mul(v[key], beta1), tf.mul(grads[key], 1 - beta1));
    newS[key] = tf.add(tf.mul(s[key], beta2), tf.mul(tf.square(grads[key]), 1 - beta2));
    vCorrected[key] = tf.div(newV[key], 1 - beta1 ** t);
    sCorrected[key] = tf.div(newS[key], 1 - beta2 ** t);
    direction[key] = tf.div(vCorrected[key], tf.add(tf.sqrt(sCorrected[key]), epsilon));
  }
  const newParameters = updateParametersWithGd(parameters, direction, learningRate);
  return { parameters: newParameters, v: newV, s: newS, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 * (1 / (1 + decayRate * epochNum));
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 * (1 / (1 + decayRate * Math.floor(epochNum / timeInterval)));
}
