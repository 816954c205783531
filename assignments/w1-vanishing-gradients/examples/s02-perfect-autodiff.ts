import * as tf from "@tensorflow/tfjs";
import type { Activation, ClipByGlobalNorm, ClipByValue, ForwardDeep, GradientNorms, InitializeDeep } from "gradecheck/w1-vanishing-gradients";

// As little as possible by hand: the library differentiates.

const variance = { small: () => 1e-4, large: () => 1, xavier: (n: number) => 1 / n, he: (n: number) => 2 / n };

export const initializeDeep: InitializeDeep = (layerDims, scale, rng) => {
  const entries = layerDims.slice(1).flatMap((units, i) => {
    const W = tf.mul(rng.randn([units, layerDims[i]]), Math.sqrt(variance[scale](layerDims[i])));
    return [[`W${i + 1}`, W], [`b${i + 1}`, tf.zeros([units, 1])]];
  });
  return Object.fromEntries(entries);
};

const run = (A: tf.Tensor2D, weights: tf.Tensor2D[], biases: tf.Tensor2D[], activation: Activation) =>
  weights.map((W, i) => (A = W.matMul(A).add(biases[i])[activation]() as tf.Tensor2D));

const listed = (parameters: Record<string, tf.Tensor2D>, letter: string) =>
  Array.from({ length: Object.keys(parameters).length / 2 }, (_, i) => parameters[`${letter}${i + 1}`]);

export const forwardDeep: ForwardDeep = (X, parameters, activation) =>
  run(X, listed(parameters, "W"), listed(parameters, "b"), activation);

export const activationStatistics = (activations: tf.Tensor2D[]) => {
  const numbers = (f: (A: tf.Tensor2D) => tf.Tensor) => activations.map((A) => tf.tidy(() => f(A).dataSync()[0]));
  return {
    mean: numbers((A) => tf.mean(A)),
    std: numbers((A) => tf.moments(A).variance.sqrt()),
    dead: numbers((A) => tf.sub(1, A.notEqual(0).any(1).toFloat().mean())),
  };
};

export const gradientNorms: GradientNorms = (X, parameters, activation) => {
  const weights = listed(parameters, "W");
  const biases = listed(parameters, "b");
  const J = (...W: tf.Tensor[]) => run(X, W as tf.Tensor2D[], biases, activation).at(-1)!.sum().div(X.shape[1]) as tf.Scalar;
  return tf.grads(J)(weights).map((dW) => dW.square().sum().sqrt().dataSync()[0]);
};

export const clipByValue: ClipByValue = (grads, limit) =>
  Object.fromEntries(Object.entries(grads).map(([name, g]) => [name, g.clipByValue(-limit, limit)]));

export const clipByGlobalNorm: ClipByGlobalNorm = (grads, maxNorm) => {
  const norm = tf.concat(Object.values(grads).map((g) => g.flatten())).norm().dataSync()[0];
  const factor = norm > maxNorm ? maxNorm / norm : 1;
  return { norm, grads: Object.fromEntries(Object.entries(grads).map(([name, g]) => [name, g.mul(factor)])) };
};
