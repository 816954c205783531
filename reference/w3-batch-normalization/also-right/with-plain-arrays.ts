import { tensor2d, type Tensor2D } from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { NormalizationCache, RunningStatistics } from "gradecheck/w3-batch-normalization";

// Numbers are taken out, computed in float64 in loops, and put back.

type Rows = number[][];
const column = (values: number[]): Tensor2D => tensor2d(values, [values.length, 1]);
const listOf = (tensor: Tensor2D): number[] => Array.from(tensor.dataSync());

function normalize(Z: Rows, gamma: number[], beta: number[], epsilon: number) {
  const mu: number[] = [];
  const sigma2: number[] = [];
  const ZNorm: Rows = [];
  for (const row of Z) {
    let mean = 0;
    for (const value of row) mean += value / row.length;
    let variance = 0;
    for (const value of row) variance += (value - mean) ** 2 / row.length;
    mu.push(mean);
    sigma2.push(variance);
    ZNorm.push(row.map((value) => (value - mean) / Math.sqrt(variance + epsilon)));
  }
  const ZTilde = ZNorm.map((row, i) => row.map((value) => gamma[i] * value + beta[i]));
  const cache = (): NormalizationCache => ({ ZNorm: tensor2d(ZNorm), mu: column(mu), sigma2: column(sigma2), gamma: column(gamma), epsilon });
  return { ZTilde, cache };
}

export function batchNormForward(Z: Tensor2D, gamma: Tensor2D, beta: Tensor2D, epsilon?: number) {
  const { ZTilde, cache } = normalize(Z.arraySync(), listOf(gamma), listOf(beta), epsilon ?? 1e-8);
  return { ZTilde: tensor2d(ZTilde), cache: cache() };
}

export function updateRunningStatistics(running: RunningStatistics, mu: Tensor2D, sigma2: Tensor2D, momentum = 0.9): RunningStatistics {
  const mix = (past: Tensor2D, now: Tensor2D) => {
    const values = listOf(now);
    return column(listOf(past).map((value, i) => momentum * value + (1 - momentum) * values[i]));
  };
  return { mu: mix(running.mu, mu), sigma2: mix(running.sigma2, sigma2) };
}

export function batchNormInference(Z: Tensor2D, gamma: Tensor2D, beta: Tensor2D, running: RunningStatistics, epsilon = 1e-8) {
  const [g, b, mu, s] = [gamma, beta, running.mu, running.sigma2].map(listOf);
  return tensor2d(Z.arraySync().map((row, i) => row.map((value) => (g[i] * (value - mu[i])) / Math.sqrt(s[i] + epsilon) + b[i])));
}

export function batchNormBackward(dZTilde: Tensor2D, { ZNorm, sigma2, gamma, epsilon }: NormalizationCache) {
  const [zs, s, g] = [ZNorm.arraySync(), listOf(sigma2), listOf(gamma)];
  const dgamma: number[] = [];
  const dbeta: number[] = [];
  const dZ: Rows = [];
  dZTilde.arraySync().forEach((row, i) => {
    const z = zs[i];
    const m = row.length;
    dgamma[i] = 0;
    dbeta[i] = 0;
    for (let j = 0; j < m; j++) {
      dgamma[i] += row[j] * z[j];
      dbeta[i] += row[j];
    }
    dZ.push(row.map((value, j) => (g[i] / (m * Math.sqrt(s[i] + epsilon))) * (m * value - dbeta[i] - z[j] * dgamma[i])));
  });
  return { dZ: tensor2d(dZ), dgamma: column(dgamma), dbeta: column(dbeta) };
}

export function forwardWithBatchNorm(X: Tensor2D, parameters: Params, epsilon = 1e-8) {
  let A: Rows = X.arraySync();
  const caches: NormalizationCache[] = [];
  let l = 1;
  for (; `W${l}` in parameters; l++) {
    const Z = parameters[`W${l}`].arraySync().map((weights) => A[0].map((_, j) => weights.reduce((sum, w, k) => sum + w * A[k][j], 0)));
    const { ZTilde, cache } = normalize(Z, listOf(parameters[`gamma${l}`]), listOf(parameters[`beta${l}`]), epsilon);
    caches.push(cache());
    A = `W${l + 1}` in parameters ? ZTilde.map((row) => row.map((value) => Math.max(0, value))) : ZTilde;
  }
  return { AL: tensor2d(A), caches };
}
