import * as tf from "@tensorflow/tfjs-core";

// tf.batchNorm on transposed batches, the variance as E[z^2] - mu^2, and gradients by tf.grads.

type M = tf.Tensor2D;
const rows = (t: tf.Tensor) => tf.squeeze(t, [1]) as tf.Tensor1D;

const normalized = (Z: tf.Tensor, mu: tf.Tensor, sigma2: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number) =>
  tf.transpose(tf.batchNorm2d(tf.transpose(Z) as M, rows(mu), rows(sigma2), rows(beta), rows(gamma), epsilon)) as M;

export function batchNormForward(Z: M, gamma: M, beta: M, epsilon = 1e-8) {
  const mu = tf.div(tf.sum(Z, 1, true), Z.shape[1]) as M;
  const sigma2 = tf.relu(tf.sub(tf.mean(tf.square(Z), 1, true), tf.square(mu))) as M;
  const ZNorm = normalized(Z, mu, sigma2, tf.onesLike(gamma), tf.zerosLike(beta), epsilon);
  return { ZTilde: normalized(Z, mu, sigma2, gamma, beta, epsilon), cache: { ZNorm, mu, sigma2, gamma, epsilon } };
}

export function updateRunningStatistics(running: { mu: M; sigma2: M }, mu: M, sigma2: M, momentum = 0.9) {
  const past = tf.concat([running.mu, running.sigma2], 1);
  const now = tf.concat([mu, sigma2], 1);
  const [nextMu, nextSigma2] = tf.split(tf.addN([tf.mul(past, momentum), tf.mul(now, 1 - momentum)]), 2, 1);
  return { mu: nextMu as M, sigma2: nextSigma2 as M };
}

export const batchNormInference = (Z: M, gamma: M, beta: M, running: { mu: M; sigma2: M }, epsilon = 1e-8) =>
  normalized(Z, running.mu, running.sigma2, gamma, beta, epsilon);

export function batchNormBackward(dZTilde: M, cache: { ZNorm: M; mu: M; sigma2: M; gamma: M; epsilon: number }) {
  const { ZNorm, sigma2, gamma, epsilon } = cache;
  const centered = tf.mul(ZNorm, tf.sqrt(tf.add(sigma2, epsilon))) as M;
  const f = (Z: tf.Tensor, g: tf.Tensor, b: tf.Tensor) => {
    const c = tf.sub(Z, tf.mean(Z, 1, true));
    return tf.add(tf.mul(tf.div(c, tf.sqrt(tf.add(tf.mean(tf.square(c), 1, true), epsilon))), g), b);
  };
  const [dZ, dgamma, dbeta] = tf.grads(f)([centered, gamma, tf.zerosLike(gamma)], dZTilde);
  return { dZ: dZ as M, dgamma: dgamma as M, dbeta: dbeta as M };
}

export function forwardWithBatchNorm(X: M, parameters: Record<string, M>, epsilon?: number) {
  const layers = Object.keys(parameters).reduce((most, name) => Math.max(most, Number(name.match(/\d+$/)?.[0])), 0);
  const caches: unknown[] = [];
  const step = (A: M, l: number): M => {
    const { ZTilde, cache } = batchNormForward(tf.dot(parameters["W" + l], A) as M, parameters["gamma" + l], parameters["beta" + l], epsilon);
    caches.push(cache);
    return l === layers ? ZTilde : step(tf.maximum(ZTilde, 0) as M, l + 1);
  };
  return { AL: step(X, 1), caches };
}
