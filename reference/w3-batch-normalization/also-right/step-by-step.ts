import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";

// tf.moments on the way forward; on the way back the chain rule term by term, as in the paper.

type M = tf.Tensor2D;

export async function batchNormForward(Z: M, gamma: M, beta: M, epsilon: number = 1e-8) {
  const { mean, variance } = tf.moments(Z, 1, true);
  const inverse = tf.rsqrt(variance.add(epsilon));
  const ZNorm = Z.sub(mean).mul(inverse) as M;
  return { ZTilde: ZNorm.mul(gamma).add(beta) as M, cache: { epsilon, gamma, sigma2: variance as M, mu: mean as M, ZNorm } };
}

export const updateRunningStatistics = async (running: { mu: M; sigma2: M }, mu: M, sigma2: M, momentum = 0.9) => ({
  sigma2: running.sigma2.add(sigma2.sub(running.sigma2).mul(1 - momentum)) as M,
  mu: running.mu.add(mu.sub(running.mu).mul(1 - momentum)) as M,
});

export const batchNormInference = async (Z: M, gamma: M, beta: M, running: { mu: M; sigma2: M }, epsilon = 1e-8) => {
  // One factor and one shift for each unit.
  const factor = gamma.div(running.sigma2.add(epsilon).sqrt());
  return Z.sub(running.mu).mul(factor).add(beta) as M;
};

export async function batchNormBackward(dZTilde: M, cache: { ZNorm: M; mu: M; sigma2: M; gamma: M; epsilon: number }) {
  const m = dZTilde.shape[1];
  const spread = cache.sigma2.add(cache.epsilon).sqrt();
  const centered = cache.ZNorm.mul(spread);
  const dZNorm = dZTilde.mul(cache.gamma);
  const dsigma2 = dZNorm.mul(centered).sum(1, true).mul(-0.5).div(spread.pow(3));
  const dmu = dZNorm.div(spread).sum(1, true).neg();
  const dZ = dZNorm.div(spread).add(dsigma2.mul(centered).mul(2 / m)).add(dmu.div(m)) as M;
  return { dZ, dgamma: dZTilde.mul(cache.ZNorm).sum(1, true) as M, dbeta: dZTilde.sum(1, true) as M };
}

export async function forwardWithBatchNorm(X: M, parameters: Params, epsilon = 1e-8) {
  const names = Object.keys(parameters).filter((name) => name.startsWith("W"));
  const caches = [];
  let A = X;
  for (let l = 1; l <= names.length; l += 1) {
    const { ZTilde, cache } = await batchNormForward(parameters[`W${l}`].matMul(A) as M, parameters[`gamma${l}`], parameters[`beta${l}`], epsilon);
    caches.push(cache);
    A = (l === names.length ? ZTilde : ZTilde.relu()) as M;
  }
  return { AL: A, caches };
}
