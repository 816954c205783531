import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

type Tensors = Record<string, tf.Tensor2D>;

/** Builds a dictionary by calling `make` for every parameter; intermediate tensors are freed. */
function forEachParameter(parameters: Params, make: (key: string, gradKey: string) => Tensors): Tensors {
  return tf.tidy(() => {
    const result: Tensors = {};
    for (const key of Object.keys(parameters)) {
      Object.assign(result, make(key, `d${key}`));
    }
    return result;
  });
}

/** Exponentially weighted average: rate * before + (1 - rate) * now. */
function average(before: tf.Tensor2D, now: tf.Tensor2D, rate: number): tf.Tensor2D {
  return tf.tidy(() => before.mul(rate).add(now.mul(1 - rate)));
}

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return forEachParameter(parameters, (key, gradKey) => ({
    [key]: parameters[key].sub(grads[gradKey].mul(learningRate)),
  }));
}

export function randomMiniBatches(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  miniBatchSize = 64,
  rng: Rng,
): { X: tf.Tensor2D; Y: tf.Tensor2D }[] {
  const m = X.shape[1];
  const order = rng.permutation(m);
  return tf.tidy(() => {
    const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
    for (let start = 0; start < m; start += miniBatchSize) {
      const part = order.slice(start, start + miniBatchSize);
      batches.push({ X: X.gather(part, 1), Y: Y.gather(part, 1) });
    }
    return batches;
  });
}

export function initializeVelocity(parameters: Params): Grads {
  return forEachParameter(parameters, (key, gradKey) => ({ [gradKey]: tf.zerosLike(parameters[key]) }));
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): { parameters: Params; v: Grads } {
  const velocity = forEachParameter(parameters, (_, gradKey) => ({
    [gradKey]: average(v[gradKey], grads[gradKey], beta),
  }));
  return { parameters: updateParametersWithGd(parameters, velocity, learningRate), v: velocity };
}

export function initializeAdam(parameters: Params): { v: Grads; s: Grads } {
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
  const newV = forEachParameter(parameters, (_, d) => ({ [d]: average(v[d], grads[d], beta1) }));
  const newS = forEachParameter(parameters, (_, d) => ({ [d]: average(s[d], grads[d].square(), beta2) }));
  const vCorrected = forEachParameter(parameters, (_, d) => ({ [d]: newV[d].div(1 - beta1 ** t) }));
  const sCorrected = forEachParameter(parameters, (_, d) => ({ [d]: newS[d].div(1 - beta2 ** t) }));
  const direction = forEachParameter(parameters, (_, d) => ({
    [d]: vCorrected[d].div(sCorrected[d].sqrt().add(epsilon)),
  }));
  return {
    parameters: updateParametersWithGd(parameters, direction, learningRate),
    v: newV,
    s: newS,
    vCorrected,
    sCorrected,
  };
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
  const intervals = Math.floor(epochNum / timeInterval);
  return learningRate0 / (1 + decayRate * intervals);
}
