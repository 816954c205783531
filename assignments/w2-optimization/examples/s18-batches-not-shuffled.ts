import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

class Dictionary {
  readonly entries: Map<string, tf.Tensor2D>;
  constructor(record: Record<string, tf.Tensor2D>) {
    this.entries = new Map(Object.entries(record));
  }
  map(f: (tensor: tf.Tensor2D, key: string) => tf.Tensor2D, rename = (key: string) => key): Record<string, tf.Tensor2D> {
    const out: Record<string, tf.Tensor2D> = {};
    this.entries.forEach((tensor, key) => {
      out[rename(key)] = f(tensor, key);
    });
    return out;
  }
}

const withD = (key: string) => "d" + key;

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return new Dictionary(parameters).map((p, key) => p.sub(grads[withD(key)].mul(learningRate)));
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let start = 0; start < m; start += miniBatchSize) {
    const width = Math.min(miniBatchSize, m - start);
    batches.push({
      X: tf.slice(X, [0, start], [X.shape[0], width]),
      Y: tf.slice(Y, [0, start], [Y.shape[0], width]),
    });
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  return new Dictionary(parameters).map((p) => tf.zerosLike(p), withD);
}

export function updateParametersWithMomentum(
  parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number,
) {
  const velocity = new Dictionary(grads).map((g, key) => v[key].mul(beta).add(g.mul(1 - beta)));
  return { parameters: updateParametersWithGd(parameters, velocity, learningRate), v: velocity };
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

export function updateParametersWithAdam(
  parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
  const gradients = new Dictionary(grads);
  const v1 = gradients.map((g, key) => v[key].mul(beta1).add(g.mul(1 - beta1)));
  const s1 = gradients.map((g, key) => s[key].mul(beta2).add(g.square().mul(1 - beta2)));
  const vCorrected = gradients.map((_, key) => v1[key].div(1 - beta1 ** t));
  const sCorrected = gradients.map((_, key) => s1[key].div(1 - beta2 ** t));
  const direction = gradients.map((_, key) => vCorrected[key].div(sCorrected[key].sqrt().add(epsilon)));
  return { parameters: updateParametersWithGd(parameters, direction, learningRate), v: v1, s: s1, vCorrected, sCorrected };
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
