import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

// Typed arrays, computed in float64, element by element; a tensor is made once its numbers are known.

type Elementwise = (...values: number[]) => number;

function zip(f: Elementwise, ...tensors: tf.Tensor2D[]): tf.Tensor2D {
  const data = tensors.map((tensor) => tensor.dataSync());
  const out = Float32Array.from(data[0], (_, i) => f(...data.map((one) => one[i])));
  return tf.tensor2d(out, tensors[0].shape, "float32");
}

const names = (parameters: Params): string[] => Object.keys(parameters);

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const updated: Params = {};
  for (const name of names(parameters)) {
    updated[name] = zip((p, g) => p - learningRate * g, parameters[name], grads[`d${name}`]);
  }
  return updated;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const order = rng.permutation(X.shape[1]);
  const [rowsX, rowsY] = [X.arraySync(), Y.arraySync()];
  const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let start = 0; start < order.length; start += miniBatchSize) {
    const columns = order.slice(start, start + miniBatchSize);
    const cut = (rows: number[][]) => tf.tensor2d(rows.map((row) => columns.map((j) => row[j])));
    batches.push({ X: cut(rowsX), Y: cut(rowsY) });
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  return Object.fromEntries(names(parameters).map((name) => [`d${name}`, tf.zeros<tf.Rank.R2>(parameters[name].shape)]));
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const velocity: Grads = {};
  const updated: Params = {};
  for (const name of names(parameters)) {
    const key = `d${name}`;
    // v + (1 - beta) (g - v): the same, rounded differently.
    const average: Elementwise = (old, g) => old + (1 - beta) * (g - old);
    velocity[key] = zip(average, v[key], grads[key]);
    updated[name] = zip((p, old, g) => p - learningRate * average(old, g), parameters[name], v[key], grads[key]);
  }
  return { parameters: updated, v: velocity };
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
  const out = { parameters: {} as Params, v: {} as Grads, s: {} as Grads, vCorrected: {} as Grads, sCorrected: {} as Grads };
  const [missing1, missing2] = [1 - Math.pow(beta1, t), 1 - Math.pow(beta2, t)];
  for (const name of names(parameters)) {
    const key = "d" + name;
    const first: Elementwise = (old, g) => beta1 * old + (1 - beta1) * g;
    const second: Elementwise = (old, g) => beta2 * old + (1 - beta2) * g * g;
    out.v[key] = zip(first, v[key], grads[key]);
    out.s[key] = zip(second, s[key], grads[key]);
    out.vCorrected[key] = zip((old, g) => first(old, g) / missing1, v[key], grads[key]);
    out.sCorrected[key] = zip((old, g) => second(old, g) / missing2, s[key], grads[key]);
    out.parameters[name] = zip(
      (p, oldV, oldS, g) =>
        p - (learningRate * (first(oldV, g) / missing1)) / (Math.sqrt(second(oldS, g) / missing2) + epsilon),
      ...[parameters[name], v[key], s[key], grads[key]],
    );
  }
  return out;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return (1 / (1 + decayRate * epochNum)) * learningRate0;
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  // What is left of an interval is taken away before the division, which then has no remainder.
  const intervals = (epochNum - (epochNum % timeInterval)) / timeInterval;
  return learningRate0 / (decayRate * intervals + 1);
}
