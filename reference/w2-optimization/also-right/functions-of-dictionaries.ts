import { div, gather, mul, pow, range, slice, sqrt, square, sub, add, tidy, zeros, scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Grads, Params, Rng } from "gradecheck";

// Small functions of whole dictionaries, everything in float32, nothing disposed of.

type Dictionary = Record<string, Tensor2D>;
const over = (one: Dictionary, f: (tensor: Tensor2D, key: string) => unknown): Dictionary => {
  const out: Dictionary = {};
  for (const key in one) out[key] = f(one[key], key) as Tensor2D;
  return out;
};
const scaled = (factor: number, one: Dictionary) => over(one, (tensor) => mul(scalar(factor), tensor));
const plus = (one: Dictionary, other: Dictionary) => over(one, (tensor, key) => add(tensor, other[key]));
const gradientOf = (key: string) => `d${key}`;

export const updateParametersWithGd = (parameters: Params, grads: Grads, learningRate: number): Params => {
  const steps = scaled(learningRate, grads);
  return over(parameters, (tensor, key) => sub(tensor, steps[gradientOf(key)]));
};

export const randomMiniBatches = (X: Tensor2D, Y: Tensor2D, miniBatchSize: number = 64, rng: Rng) => {
  const order = rng.permutation(X.shape[1]);
  const [x, y] = [X, Y].map((all) => gather(all.transpose(), order).transpose() as Tensor2D);
  const starts = range(0, order.length, miniBatchSize, "int32").arraySync() as number[];
  return starts.map((start) => {
    const size = Math.min(miniBatchSize, order.length - start);
    return { X: slice(x, [0, start], [-1, size]), Y: slice(y, [0, start], [-1, size]) };
  });
};

export const initializeVelocity = (parameters: Params): Grads => {
  const empty: Grads = {};
  for (const [key, { shape: [rows, columns] }] of Object.entries(parameters)) empty[gradientOf(key)] = zeros([rows, columns]);
  return empty;
};

export const updateParametersWithMomentum = (parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) => {
  const velocity = plus(scaled(1 - beta, grads), scaled(beta, v));
  return { parameters: updateParametersWithGd(parameters, velocity, learningRate), v: velocity };
};

export const initializeAdam = (parameters: Params) => {
  const [v, s] = [1, 2].map(() => initializeVelocity(parameters));
  return { v, s };
};

export const updateParametersWithAdam = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate: number = 0.01,
  beta1: number = 0.9,
  beta2: number = 0.999,
  epsilon: number = 1e-8,
) =>
  tidy(() => {
    const first = plus(scaled(beta1, v), scaled(1 - beta1, grads));
    const second = plus(scaled(beta2, s), scaled(1 - beta2, over(grads, (g) => square(g))));
    const vCorrected = over(first, (one) => div(one, 1 - beta1 ** t));
    const sCorrected = over(second, (one) => div(one, 1 - beta2 ** t));
    const directions = over(vCorrected, (one, key) => div(one, add(sqrt(sCorrected[key]), epsilon)));
    return { parameters: updateParametersWithGd(parameters, directions, learningRate), v: first, s: second, vCorrected, sCorrected };
  });

export const updateLr = (learningRate0: number, epochNum: number, decayRate: number) => Math.exp(Math.log(learningRate0) - Math.log1p(decayRate * epochNum));

/** A tensor without dimensions is a number too. */
export const scheduleLrDecay = (learningRate0: number, epochNum: number, decayRate: number, timeInterval: number = 1000) => {
  let intervals = 0;
  while ((intervals + 1) * timeInterval <= epochNum) intervals++;
  return mul(scalar(learningRate0), pow(scalar(1 + decayRate * intervals), -1));
};
