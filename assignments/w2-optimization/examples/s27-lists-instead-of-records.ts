import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

// Several results: return them together in a list, to be unpacked by the caller.

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const updated: Params = {};
  for (const key in parameters) {
    updated[key] = parameters[key].sub(grads["d" + key].mul(learningRate));
  }
  return updated;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): tf.Tensor2D[][] {
  const m = X.shape[1];
  const permutation = rng.permutation(m);
  const miniBatches: tf.Tensor2D[][] = [];
  for (let i = 0; i < m; i += miniBatchSize) {
    const columns = permutation.slice(i, i + miniBatchSize);
    miniBatches.push([tf.gather(X, columns, 1), tf.gather(Y, columns, 1)]);
  }
  return miniBatches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const key in parameters) {
    v["d" + key] = tf.zerosLike(parameters[key]);
  }
  return v;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): Params[] {
  const velocity: Grads = {};
  for (const key in v) {
    velocity[key] = v[key].mul(beta).add(grads[key].mul(1 - beta));
  }
  return [updateParametersWithGd(parameters, velocity, learningRate), velocity];
}

export function initializeAdam(parameters: Params): Grads[] {
  return [initializeVelocity(parameters), initializeVelocity(parameters)];
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
): Params[] {
  const newV: Grads = {};
  const newS: Grads = {};
  const vCorrected: Grads = {};
  const sCorrected: Grads = {};
  const direction: Grads = {};
  for (const key in grads) {
    newV[key] = v[key].mul(beta1).add(grads[key].mul(1 - beta1));
    newS[key] = s[key].mul(beta2).add(grads[key].square().mul(1 - beta2));
    vCorrected[key] = newV[key].div(1 - beta1 ** t);
    sCorrected[key] = newS[key].div(1 - beta2 ** t);
    direction[key] = vCorrected[key].div(sCorrected[key].sqrt().add(epsilon));
  }
  return [updateParametersWithGd(parameters, direction, learningRate), newV, newS, vCorrected, sCorrected];
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1000,
): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
