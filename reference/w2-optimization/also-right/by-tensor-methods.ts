import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

// Promises, methods of tensors, layers counted from 1, and formulas in another order.

const layers = (parameters: Params): number[] => Array.from({ length: Object.keys(parameters).length / 2 }, (_, i) => i + 1);
const keys = (parameters: Params): string[] => layers(parameters).flatMap((l) => [`b${l}`, `W${l}`]);

async function collect(parameters: Params, make: (key: string) => tf.Tensor, prefix = ""): Promise<Params> {
  const made: [string, tf.Tensor2D][] = keys(parameters).map((key) => [prefix + key, tf.tidy(() => make(key)) as tf.Tensor2D]);
  return Object.fromEntries(made);
}

export async function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number) {
  return collect(parameters, (key) => parameters[key].add(grads["d" + key].mul(-learningRate)));
}

export async function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize: number | undefined, rng: Rng) {
  const size = miniBatchSize ?? 64;
  const m = X.shape[1];
  const order = tf.tensor1d(rng.permutation(m), "int32");
  const [shuffledX, shuffledY] = [X, Y].map((all) => all.gather(order, 1));
  const parts = [...Array(Math.floor(m / size)).fill(size), ...(m % size === 0 ? [] : [m % size])];
  const [batchesX, batchesY] = [shuffledX, shuffledY].map((all) => all.split(parts, 1));
  return parts.map((_, k) => ({ Y: batchesY[k] as tf.Tensor2D, X: batchesX[k] as tf.Tensor2D }));
}

export async function initializeVelocity(parameters: Params) {
  return collect(parameters, (key) => parameters[key].mul(0).abs(), "d");
}

export async function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const velocity = await collect(parameters, (key) => v["d" + key].mul(beta).add(grads["d" + key].mul(1 - beta)), "d");
  return { v: velocity, parameters: await collect(parameters, (key) => parameters[key].sub(velocity["d" + key].mul(learningRate))) };
}

export async function initializeAdam(parameters: Params) {
  const [v, s] = await Promise.all([initializeVelocity(parameters), initializeVelocity(parameters)]);
  return { s, v };
}

export async function updateParametersWithAdam(
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate?: number,
  beta1?: number,
  beta2?: number,
  epsilon?: number,
) {
  const [rate, decay1, decay2, tiny] = [learningRate ?? 1e-2, beta1 ?? 0.9, beta2 ?? 0.999, epsilon ?? 1e-8];
  const newV = await collect(parameters, (key) => v["d" + key].mul(decay1).add(grads["d" + key].mul(1 - decay1)), "d");
  const newS = await collect(parameters, (key) => s["d" + key].mul(decay2).add(grads["d" + key].square().mul(1 - decay2)), "d");
  const vCorrected = await collect(parameters, (key) => newV["d" + key].mul(1 / (1 - decay1 ** t)), "d");
  const sCorrected = await collect(parameters, (key) => newS["d" + key].mul(1 / (1 - decay2 ** t)), "d");
  const updated = await collect(parameters, (key) => {
    const step = vCorrected["d" + key].div(sCorrected["d" + key].sqrt().add(tiny));
    return parameters[key].sub(step.mul(rate));
  });
  return { parameters: updated, v: newV, s: newS, vCorrected, sCorrected };
}

export async function updateLr(learningRate0: number, epochNum: number, decayRate: number) {
  return learningRate0 / (1 + decayRate * epochNum);
}

export async function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) {
  return updateLr(learningRate0, Math.trunc(epochNum / timeInterval), decayRate);
}
