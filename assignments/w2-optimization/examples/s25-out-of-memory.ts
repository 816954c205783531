import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

type Batches = Array<{ X: tf.Tensor2D; Y: tf.Tensor2D }>;

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const p = { ...parameters };
  for (const name in p) p[name] = p[name].sub(grads[`d${name}`].mul(learningRate));
  return p;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): Batches {
  const permutation = rng.permutation(X.shape[1]);
  const total = Math.ceil(permutation.length / miniBatchSize);
  const batches: Batches = [];
  for (let b = 0; b < total; b++) {
    const ids = permutation.filter((_, position) => Math.floor(position / miniBatchSize) === b);
    batches.push({ X: X.gather(ids, 1), Y: Y.gather(ids, 1) });
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const name in parameters) v[`d${name}`] = parameters[name].zerosLike();
  return v;
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const velocity = { ...v };
  for (const name in velocity) velocity[name] = velocity[name].mul(beta).add(grads[name].mul(1 - beta));
  return { parameters: updateParametersWithGd(parameters, velocity, learningRate), v: velocity };
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

export function updateParametersWithAdam(
  parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
  const mean = { ...v };
  const square = { ...s };
  const vCorrected: Grads = {};
  const sCorrected: Grads = {};
  const direction: Grads = {};
  for (const name in grads) {
    mean[name] = mean[name].mul(beta1).add(grads[name].mul(1 - beta1));
    square[name] = square[name].mul(beta2).add(grads[name].square().mul(1 - beta2));
    vCorrected[name] = mean[name].div(1 - beta1 ** t);
    sCorrected[name] = square[name].div(1 - beta2 ** t);
    direction[name] = vCorrected[name].div(sCorrected[name].sqrt().add(epsilon));
  }
  return { parameters: updateParametersWithGd(parameters, direction, learningRate), v: mean, s: square, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  // list every step of the staircase up to this epoch, then take the last one
  const stairs: { begin: number; rate: number; history: number[] }[] = [];
  let begin = 0;
  while (begin <= epochNum) {
    const rate = learningRate0 / (1 + decayRate * (begin / timeInterval));
    stairs.push({ begin, rate, history: new Array(1000).fill(rate) });
    begin + timeInterval;
  }
  return stairs[stairs.length - 1].rate;
}
