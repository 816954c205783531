import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

const gradientStep = (parameters: Params, direction: Grads, rate: number): Params => {
  const moved: Params = {};
  for (const name of Object.keys(parameters)) {
    moved[name] = tf.sub(parameters[name], direction["d" + name].mul(rate));
  }
  return moved;
};

export const updateParametersWithGd = gradientStep;

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const cut = (source: tf.Tensor2D, columns: number[]) => tf.gather(source, tf.tensor1d(columns, "int32"), 1);
  const p = rng.permutation(X.shape[1]);
  const miniBatches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let at = 0; at < p.length; at += miniBatchSize) {
    const columns = p.slice(at, at + miniBatchSize);
    miniBatches.push({ X: cut(X, columns), Y: cut(Y, columns) });
  }
  return miniBatches;
}

export function initializeVelocity(parameters: Params): Grads {
  const velocity: Grads = {};
  for (const name of Object.keys(parameters)) velocity["d" + name] = tf.zeros(parameters[name].shape);
  return velocity;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) {
  const velocity: Grads = {};
  for (const name of Object.keys(parameters)) {
    velocity["d" + name] = v[name].mul(beta).add(grads[name].mul(1 - beta));
  }
  return { parameters: gradientStep(parameters, velocity, learningRate), v: velocity };
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
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
  for (const name of Object.keys(grads)) {
    const g = grads[name];
    newV[name] = tf.add(v[name].mul(beta1), g.mul(1 - beta1));
    newS[name] = tf.add(s[name].mul(beta2), g.square().mul(1 - beta2));
    vCorrected[name] = newV[name].div(1 - beta1 ** t);
    sCorrected[name] = newS[name].div(1 - beta2 ** t);
    direction[name] = vCorrected[name].div(tf.sqrt(sCorrected[name]).add(epsilon));
  }
  return {
    parameters: gradientStep(parameters, direction, learningRate),
    v: newV,
    s: newS,
    vCorrected,
    sCorrected,
  };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
