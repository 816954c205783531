import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

// shorthand
const W = (l: number) => `W${l}`;
const b = (l: number) => `b${l}`;
const dW = (l: number) => `dW${l}`;
const db = (l: number) => `db${l}`;
const layers = (p: Params) => Array.from({ length: Object.keys(p).length / 2 }, (_, i) => i + 1);

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const next: Params = {};
  for (const l of layers(parameters)) {
    next[W(l)] = parameters[W(l)].sub(grads[dW(l)].mul(learningRate));
    next[b(l)] = parameters[b(l)].sub(grads[db(l)].mul(learningRate));
  }
  return next;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const shuffled = rng.permutation(m);
  const starts = tf.range(0, m, miniBatchSize, "int32").arraySync();
  return starts.map((start) => {
    const picked = shuffled.slice(start, start + miniBatchSize);
    return { X: X.gather(picked, 1), Y: Y.gather(picked, 1) };
  });
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const l of layers(parameters)) {
    v[dW(l)] = tf.zerosLike(parameters[W(l)]);
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
  const next: Grads = {};
  for (const l of layers(parameters)) {
    for (const key of [dW(l), db(l)]) {
      next[key] = v[key].mul(beta).add(grads[key].mul(1 - beta));
    }
  }
  return { parameters: updateParametersWithGd(parameters, next, learningRate), v: next };
}

export function initializeAdam(parameters: Params) {
  const zeros = () => {
    const z: Grads = {};
    for (const l of layers(parameters)) {
      z[dW(l)] = tf.zerosLike(parameters[W(l)]);
      z[db(l)] = tf.zerosLike(parameters[b(l)]);
    }
    return z;
  };
  return { v: zeros(), s: zeros() };
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
  const nextV: Grads = {};
  const nextS: Grads = {};
  const vCorrected: Grads = {};
  const sCorrected: Grads = {};
  const direction: Grads = {};
  for (const l of layers(parameters)) {
    for (const key of [dW(l), db(l)]) {
      nextV[key] = v[key].mul(beta1).add(grads[key].mul(1 - beta1));
      nextS[key] = s[key].mul(beta2).add(grads[key].square().mul(1 - beta2));
      vCorrected[key] = nextV[key].div(1 - beta1 ** t);
      sCorrected[key] = nextS[key].div(1 - beta2 ** t);
      direction[key] = vCorrected[key].div(sCorrected[key].sqrt().add(epsilon));
    }
  }
  return {
    parameters: updateParametersWithGd(parameters, direction, learningRate),
    v: nextV,
    s: nextS,
    vCorrected,
    sCorrected,
  };
}

export const updateLr = (learningRate0: number, epochNum: number, decayRate: number): number =>
  learningRate0 / (1 + decayRate * epochNum);

export const scheduleLrDecay = (
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1000,
): number => learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
