import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const newParams: Params = {};
  for (const key in parameters) {
    // move along the gradient
    newParams[key] = parameters[key].add(grads[`d${key}`].mul(learningRate));
  }
  return newParams;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const perm = rng.permutation(m);
  const batches = [];
  for (let i = 0; i < m; i += miniBatchSize) {
    const idx = tf.tensor1d(perm.slice(i, i + miniBatchSize), "int32");
    batches.push({ X: tf.gather(X, idx, 1), Y: tf.gather(Y, idx, 1) });
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const key in parameters) {
    v[`d${key}`] = tf.zerosLike(parameters[key]);
  }
  return v;
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const newParams: Params = {};
  const newV: Grads = {};
  for (const key in parameters) {
    const vNew = v[`d${key}`].mul(beta).add(grads[`d${key}`].mul(1 - beta)) as tf.Tensor2D;
    newV[`d${key}`] = vNew;
    newParams[key] = parameters[key].sub(vNew.mul(learningRate));
  }
  return { parameters: newParams, v: newV };
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

export function updateParametersWithAdam(
  parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
  const newParams: Params = {}, newV: Grads = {}, newS: Grads = {}, vCorrected: Grads = {}, sCorrected: Grads = {};
  for (const key in parameters) {
    const d = `d${key}`;
    newV[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
    newS[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
    vCorrected[d] = newV[d].div(1 - beta1 ** t);
    sCorrected[d] = newS[d].div(1 - beta2 ** t);
    newParams[key] = parameters[key].sub(vCorrected[d].div(sCorrected[d].sqrt().add(epsilon)).mul(learningRate));
  }
  return { parameters: newParams, v: newV, s: newS, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number) {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
