import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { NormalizationCache, RunningStatistics } from "gradecheck/w3-batch-normalization";

type Matrix = tf.Tensor2D;

export function batchNormForward(Z: Matrix, gamma: Matrix, beta: Matrix, epsilon = 1e-8) {
  const m = Z.shape[1];
  const mu = tf.div(tf.sum(Z, 1, true), m) as Matrix;
  const distance = tf.sub(Z, mu);
  const sigma2 = tf.div(tf.sum(tf.square(distance), 1, true), m) as Matrix;
  const ZNorm = tf.div(distance, tf.sqrt(tf.add(sigma2, epsilon))) as Matrix;
  const ZTilde = tf.add(tf.mul(gamma, ZNorm), beta) as Matrix;
  return { ZTilde, cache: { ZNorm, mu, sigma2, gamma, epsilon } };
}

export function updateRunningStatistics(running: RunningStatistics, mu: Matrix, sigma2: Matrix, momentum = 0.9) {
  return {
    mu: running.mu.mul(1 - momentum).add(mu.mul(momentum)) as Matrix,
    sigma2: running.sigma2.mul(1 - momentum).add(sigma2.mul(momentum)) as Matrix,
  };
}

export function batchNormInference(Z: Matrix, gamma: Matrix, beta: Matrix, running: RunningStatistics, epsilon = 1e-8) {
  const deviation = tf.sqrt(tf.add(running.sigma2, epsilon));
  return tf.add(tf.mul(gamma, tf.div(tf.sub(Z, running.mu), deviation)), beta) as Matrix;
}

export function batchNormBackward(dZTilde: Matrix, cache: NormalizationCache) {
  const { ZNorm, sigma2, gamma, epsilon } = cache;
  const m = dZTilde.shape[1];
  const dgamma = tf.sum(tf.mul(dZTilde, ZNorm), 1, true) as Matrix;
  const dbeta = tf.sum(dZTilde, 1, true) as Matrix;
  const factor = tf.div(gamma, tf.mul(m, tf.sqrt(tf.add(sigma2, epsilon))));
  const dZ = tf.mul(factor, tf.sub(tf.sub(tf.mul(m, dZTilde), dbeta), tf.mul(ZNorm, dgamma))) as Matrix;
  return { dZ, dgamma, dbeta };
}

export function forwardWithBatchNorm(X: Matrix, parameters: Params, epsilon = 1e-8) {
  const L = Object.keys(parameters).length / 3;
  const caches: NormalizationCache[] = [];
  let A = X;
  for (let l = 1; l <= L; l++) {
    const Z = tf.matMul(parameters[`W${l}`], A) as Matrix;
    const { ZTilde, cache } = batchNormForward(Z, parameters[`gamma${l}`], parameters[`beta${l}`], epsilon);
    A = l === L ? ZTilde : tf.relu(ZTilde);
    caches.push(cache);
  }
  return { AL: A, caches };
}
