import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

// Gradients by the library, functional style, methods of tensors.

const deviation = (scale: string, n: number): number =>
  ({ small: 0.01, large: 1, xavier: 1 / Math.sqrt(n), he: Math.SQRT2 / Math.sqrt(n) })[scale] ?? Number.NaN;

export const initializeDeep = (layerDims: number[], scale: string, rng: Rng): Params =>
  Object.fromEntries(
    layerDims.slice(1).flatMap((units, i) => [
      [`W${i + 1}`, rng.randn<tf.Rank.R2>([units, layerDims[i]]).mul(deviation(scale, layerDims[i]))],
      [`b${i + 1}`, tf.zeros<tf.Rank.R2>([units, 1])],
    ]),
  );

export function forwardDeep(X: tf.Tensor2D, parameters: Params, activation: "tanh" | "relu"): tf.Tensor2D[] {
  const out: tf.Tensor2D[] = [];
  let A = X;
  for (let l = 1; `W${l}` in parameters; l++) {
    A = parameters[`W${l}`].matMul(A).add<tf.Tensor2D>(parameters[`b${l}`])[activation]();
    out.push(A);
  }
  return out;
}

export function activationStatistics(activations: tf.Tensor2D[]) {
  const mean: number[] = [];
  const std: number[] = [];
  const dead: number[] = [];
  for (const A of activations) {
    const moments = tf.moments(A);
    mean.push(moments.mean.arraySync() as number);
    std.push(moments.variance.sqrt().arraySync() as number);
    dead.push(A.abs().max(1).equal(0).sum().arraySync() as number / A.shape[0]);
  }
  return { mean, std, dead };
}

export function gradientNorms(X: tf.Tensor2D, parameters: Params, activation: "tanh" | "relu"): number[] {
  const names = Object.keys(parameters).filter((name) => name[0] === "W").sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const cost = (...weights: tf.Tensor[]) => {
    const own = { ...parameters, ...Object.fromEntries(names.map((name, i) => [name, weights[i] as tf.Tensor2D])) };
    return forwardDeep(X, own, activation).at(-1)!.sum().div(X.shape[1]).asScalar();
  };
  const found = tf.grads(cost)(names.map((name) => parameters[name]));
  return found.map((gradient) => tf.norm(gradient).arraySync() as number);
}

export const clipByValue = (grads: Grads, limit: number): Grads =>
  Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, gradient.maximum(-limit).minimum(limit)]));

export function clipByGlobalNorm(grads: Grads, maxNorm: number) {
  const squares = Object.values(grads).map((gradient) => gradient.square().sum());
  const norm = tf.addN(squares).sqrt();
  if (norm.arraySync() as unknown as number <= maxNorm) return { grads, norm };
  return { grads: Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, gradient.mul(maxNorm).div(norm)])), norm };
}
