import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

type Entry = [string, tf.Tensor2D];

const zeros = (parameters: Params): Grads =>
  Object.fromEntries(Object.entries(parameters).map(([key, p]): Entry => ["d" + key, tf.zerosLike(p)]));

const zipMap = (a: Grads, b: Grads, f: (x: tf.Tensor2D, y: tf.Tensor2D) => tf.Tensor2D): Grads =>
  Object.fromEntries(Object.keys(a).map((key): Entry => [key, f(a[key], b[key])]));

const step = (parameters: Params, direction: Grads, learningRate: number): Params =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, p]): Entry => [key, p.sub(direction["d" + key].mul(learningRate))]),
  );

export const updateParametersWithGd = (parameters: Params, grads: Grads, learningRate: number): Params =>
  step(parameters, grads, learningRate);

export const randomMiniBatches = (X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) => {
  const order = rng.permutation(X.shape[1]);
  const count = Math.ceil(order.length / miniBatchSize);
  return Array.from({ length: count }, (_, k) => {
    const columns = order.slice(k * miniBatchSize, (k + 1) * miniBatchSize);
    return { X: tf.gather(X, columns, 1), Y: tf.gather(Y, columns, 1) };
  });
};

export const initializeVelocity = (parameters: Params): Grads => zeros(parameters);

export const updateParametersWithMomentum = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) => {
  const next = zipMap(v, grads, (old, g) => old.mul(beta).add(g.mul(1 - beta)));
  return { parameters: step(parameters, next, learningRate), v: next };
};

export const initializeAdam = (parameters: Params) => ({ v: zeros(parameters), s: zeros(parameters) });

export const updateParametersWithAdam = (
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
) => {
  const vNext = zipMap(v, grads, (old, g) => old.mul(beta1).add(g.mul(1 - beta1)));
  const sNext = zipMap(s, grads, (old, g) => old.mul(beta2).add(g.square().mul(1 - beta2)));
  const vCorrected = zipMap(vNext, vNext, (x) => x.div(1 - beta1 ** t));
  const sCorrected = zipMap(sNext, sNext, (x) => x.div(1 - beta2 ** t));
  const direction = zipMap(vCorrected, sCorrected, (x, y) => x.div(y.sqrt().add(epsilon)));
  return { parameters: step(parameters, direction, learningRate), v: vNext, s: sNext, vCorrected, sCorrected };
};

export const updateLr = (learningRate0: number, epochNum: number, decayRate: number) =>
  learningRate0 / (1 + decayRate * epochNum);

export const scheduleLrDecay = (learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) =>
  updateLr(learningRate0, Math.floor(epochNum / timeInterval), decayRate);
