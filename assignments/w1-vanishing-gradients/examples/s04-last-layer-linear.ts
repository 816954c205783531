import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function initializeDeep(layerDims: number[], scale: "small" | "large" | "xavier" | "he", rng: Rng): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    let factor = 1;
    if (scale === "small") factor = 0.01;
    if (scale === "xavier") factor = Math.sqrt(1 / layerDims[l - 1]);
    if (scale === "he") factor = Math.sqrt(2 / layerDims[l - 1]);
    parameters["W" + l] = rng.randn([layerDims[l], layerDims[l - 1]]).mul(factor) as tf.Tensor2D;
    parameters["b" + l] = tf.zeros([layerDims[l], 1]);
  }
  return parameters;
}

export function forwardDeep(X: tf.Tensor2D, parameters: Params, activation: "tanh" | "relu"): tf.Tensor2D[] {
  const L = Object.keys(parameters).length / 2;
  const activations: tf.Tensor2D[] = [];
  let A = X;
  for (let l = 1; l <= L; l++) {
    const Z = tf.add(tf.matMul(parameters["W" + l], A), parameters["b" + l]) as tf.Tensor2D;
    if (l === L) A = Z;
    else A = activation === "tanh" ? tf.tanh(Z) : tf.relu(Z);
    activations.push(A);
  }
  return activations;
}

export function activationStatistics(activations: tf.Tensor2D[]) {
  const mean: number[] = [];
  const std: number[] = [];
  const dead: number[] = [];
  for (const A of activations) {
    const mu = A.mean();
    mean.push(mu.dataSync()[0]);
    std.push(A.sub(mu).square().mean().sqrt().dataSync()[0]);
    const rows = A.arraySync();
    dead.push(rows.filter((row) => row.every((a) => a === 0)).length / rows.length);
  }
  return { mean, std, dead };
}

export function gradientNorms(X: tf.Tensor2D, parameters: Params, activation: "tanh" | "relu"): number[] {
  const A = [X, ...forwardDeep(X, parameters, activation)];
  const L = A.length - 1;
  const m = X.shape[1];
  const norms: number[] = [];
  let dA: tf.Tensor2D = tf.onesLike(A[L]).div(m);
  for (let l = L; l >= 1; l--) {
    const slope = activation === "tanh" ? tf.sub(1, A[l].square()) : A[l].greater(0).toFloat();
    const dZ = dA.mul(slope) as tf.Tensor2D;
    const dW = dZ.matMul(A[l - 1].transpose());
    norms.unshift(tf.norm(dW).dataSync()[0]);
    dA = parameters["W" + l].transpose().matMul(dZ) as tf.Tensor2D;
  }
  return norms;
}

export function clipByValue(grads: Grads, limit: number): Grads {
  const clipped: Grads = {};
  for (const key of Object.keys(grads)) {
    clipped[key] = tf.clipByValue(grads[key], -limit, limit);
  }
  return clipped;
}

export function clipByGlobalNorm(grads: Grads, maxNorm: number) {
  let sum = 0;
  for (const key of Object.keys(grads)) sum += grads[key].square().sum().dataSync()[0];
  const norm = Math.sqrt(sum);
  const clipped: Grads = {};
  for (const key of Object.keys(grads)) {
    clipped[key] = norm > maxNorm ? (grads[key].mul(maxNorm / norm) as tf.Tensor2D) : grads[key];
  }
  return { grads: clipped, norm };
}
