import * as tf from "@tensorflow/tfjs";
import { Params } from "gradecheck";

// Everything step by step, as the chain rule has it.

export const batchNormForward = async (Z: tf.Tensor2D, gamma: tf.Tensor2D, beta: tf.Tensor2D, epsilon: number = 1e-8) =>
  tf.tidy(() => {
    const { mean, variance } = tf.moments(Z, [1], true);
    const ZNorm = Z.sub(mean).div(variance.add(epsilon).sqrt());
    return {
      ZTilde: ZNorm.mul(gamma).add(beta),
      cache: { ZNorm, mu: mean, sigma2: variance, gamma: gamma.clone(), epsilon },
    };
  });

const average = (momentum: number, old: tf.Tensor, fresh: tf.Tensor) => old.mul(momentum).add(fresh.mul(1 - momentum));

export const updateRunningStatistics = ({ mu: oldMu, sigma2: oldSigma2 }, mu, sigma2, momentum = 0.9) => ({
  mu: average(momentum, oldMu, mu),
  sigma2: average(momentum, oldSigma2, sigma2),
});

export const batchNormInference = (Z, gamma, beta, { mu, sigma2 }, epsilon = 1e-8) =>
  Z.sub(mu).mul(gamma).div(sigma2.add(epsilon).sqrt()).add(beta);

export function batchNormBackward(dZTilde, cache) {
  const m = dZTilde.shape[1];
  const variance = cache.sigma2.add(cache.epsilon);
  const distance = cache.ZNorm.mul(variance.sqrt());
  const dZNorm = dZTilde.mul(cache.gamma);
  const dSigma2 = dZNorm.mul(distance).sum(1, true).mul(-0.5).mul(variance.pow(-1.5));
  const dMu = dZNorm.sum(1, true).neg().div(variance.sqrt());
  return {
    dZ: dZNorm.div(variance.sqrt()).add(dSigma2.mul(distance).mul(2).div(m)).add(dMu.div(m)),
    dgamma: dZTilde.mul(cache.ZNorm).sum(1, true),
    dbeta: dZTilde.sum(1, true),
  };
}

export async function forwardWithBatchNorm(X: tf.Tensor2D, parameters: Params, epsilon = 1e-8) {
  const caches = [];
  let A: any = X;
  for (let l = 1; parameters["W" + l]; l++) {
    if (l > 1) A = A.relu();
    const { ZTilde, cache } = await batchNormForward(parameters["W" + l].matMul(A), parameters["gamma" + l], parameters["beta" + l], epsilon);
    caches.push(cache);
    A = ZTilde;
  }
  return { AL: A, caches };
}
