import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

/**
 * Optimization methods.
 * Convention: theta stands for any W or b, dtheta for its gradient.
 */

function mapParameters(
  parameters: Params,
  compute: (theta: tf.Tensor2D, gradientName: string) => tf.Tensor,
): Params {
  const result: Params = {};
  for (const [name, theta] of Object.entries(parameters)) {
    result[name] = compute(theta, "d" + name) as tf.Tensor2D;
  }
  return result;
}

function mapGradients(grads: Grads, compute: (gradient: tf.Tensor2D, name: string) => tf.Tensor): Grads {
  const result: Grads = {};
  for (const [name, gradient] of Object.entries(grads)) {
    result[name] = compute(gradient, name) as tf.Tensor2D;
  }
  return result;
}

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return mapParameters(parameters, (theta, d) => theta.sub(grads[d].mul(learningRate)));
}

export function randomMiniBatches(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  miniBatchSize = 64,
  rng: Rng,
): { X: tf.Tensor2D; Y: tf.Tensor2D }[] {
  const permutation = rng.permutation(X.shape[1]);
  const batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  let start = 0;
  do {
    const chosen = permutation.slice(start, start + miniBatchSize);
    batches.push({ X: tf.gather(X, chosen, 1), Y: tf.gather(Y, chosen, 1) });
    start += miniBatchSize;
  } while (start < permutation.length);
  return batches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const [name, theta] of Object.entries(parameters)) v["d" + name] = tf.zerosLike(theta);
  return v;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): { parameters: Params; v: Grads } {
  const velocity = mapGradients(grads, (g, name) => tf.addN([v[name].mul(beta), g.mul(1 - beta)]));
  return {
    parameters: mapParameters(parameters, (theta, d) => theta.sub(velocity[d].mul(learningRate))),
    v: velocity,
  };
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
): { parameters: Params; v: Grads; s: Grads; vCorrected: Grads; sCorrected: Grads } {
  const mean = mapGradients(grads, (g, name) => v[name].mul(beta1).add(g.mul(1 - beta1)));
  const power = mapGradients(grads, (g, name) => s[name].mul(beta2).add(g.square().mul(1 - beta2)));
  const vCorrected = mapGradients(mean, (x) => x.div(1 - Math.pow(beta1, t)));
  const sCorrected = mapGradients(power, (x) => x.div(1 - Math.pow(beta2, t)));
  return {
    // epsilon keeps the square root away from zero
    parameters: mapParameters(parameters, (theta, d) =>
      theta.sub(vCorrected[d].div(sCorrected[d].add(epsilon).sqrt()).mul(learningRate)),
    ),
    v: mean,
    s: power,
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
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
