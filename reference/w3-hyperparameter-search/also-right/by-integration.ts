import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";

// Samples computed by tensors in float32; systems of equations by elimination; the distribution function by Simpson's rule.

function* combinations(names: string[], ranges: Record<string, number[]>): Generator<Record<string, number>> {
  if (names.length === 0) {
    yield {};
    return;
  }
  const last = names[names.length - 1];
  for (const setting of combinations(names.slice(0, -1), ranges)) {
    for (const value of ranges[last]) yield { [last]: value, ...setting };
  }
}

export function gridSearch(ranges: Record<string, number[]>): Record<string, number>[] {
  return [...combinations(Object.keys(ranges), ranges)];
}

export async function sampleLogUniform(low: number, high: number, n: number, rng: Rng): Promise<number[]> {
  const samples = tf.tidy(() => tf.pow(tf.scalar(high / low), rng.rand([n])).mul(low));
  return Array.from(await samples.data());
}

export function sampleBeta(low: number, high: number, n: number, rng: Rng): number[] {
  return tf.tidy(() => {
    const exponents = rng.rand([n]).mul(Math.log(1 - high) - Math.log(1 - low)).add(Math.log(1 - low));
    return [...tf.sub(1, tf.exp(exponents)).dataSync()];
  });
}

export function coarseToFine(points: number[][], scores: number[], keep: number) {
  const rank = scores.map((score, i) => scores.filter((other, j) => other > score || (other === score && j < i)).length);
  const kept = points.filter((_, i) => rank[i] < keep);
  const bound = (f: (...values: number[]) => number) => points[0].map((_, k) => f(...kept.map((point) => point[k])));
  return { low: bound(Math.min), high: bound(Math.max) };
}

export const rbfKernel = (A: number[][], B: number[][], lengthScale: number): number[][] =>
  A.map((a) => B.map((b) => a.reduce((product, x, k) => product * Math.exp(-0.5 * ((x - b[k]) / lengthScale) ** 2), 1)));

/** Solves M x = b for many b at once. */
function solve(M: number[][], B: number[][]): number[][] {
  const n = M.length;
  const rows = M.map((row, i) => [...row, ...B.map((b) => b[i])]);
  for (let c = 0; c < n; c++) {
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r][c] / rows[c][c];
      for (let j = c; j < rows[r].length; j++) rows[r][j] -= factor * rows[c][j];
    }
  }
  return B.map((_, which) => {
    const x = new Array(n).fill(0);
    for (let r = n - 1; r >= 0; r--) {
      let rest = rows[r][n + which];
      for (let c = r + 1; c < n; c++) rest -= rows[r][c] * x[c];
      x[r] = rest / rows[r][r];
    }
    return x;
  });
}

export function gpPosterior(X: number[][], y: number[], XNew: number[][], lengthScale: number, noise: number) {
  const covariance = rbfKernel(X, X, lengthScale);
  covariance.forEach((row, i) => {
    row[i] += noise * noise;
  });
  const cross = rbfKernel(XNew, X, lengthScale);
  const [alpha, ...weights] = solve(covariance, [y, ...cross]);
  const dot = (a: number[], b: number[]) => a.map((value, i) => value * b[i]).reduce((sum, value) => sum + value, 0);
  const mean = cross.map((k) => dot(k, alpha));
  const variance = cross.map((k, i) => 1 - dot(k, weights[i]));
  return { mean, std: variance.map((value) => (value < 0 ? 0 : value ** 0.5)) };
}

const density = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);

function distribution(z: number): number {
  const end = Math.min(Math.abs(z), 10);
  const steps = 400;
  let sum = density(0) + density(end);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((i * end) / steps);
  const area = (sum * end) / steps / 3;
  return z < 0 ? 0.5 - area : 0.5 + area;
}

export function expectedImprovement(mean: number[], std: number[], best: number, xi: number = 0.01): number[] {
  return mean.map((mu, i) => {
    if (!std[i]) return 0;
    const above = mu - best - xi;
    return above * distribution(above / std[i]) + std[i] * density(above / std[i]);
  });
}

export function proposeNext(
  X: number[][],
  y: number[],
  candidates: number[][],
  lengthScale: number,
  noise: number,
  xi: number = 0.01,
): tf.Scalar {
  const posterior = gpPosterior(X, y, candidates, lengthScale, noise);
  const improvements = expectedImprovement(posterior.mean, posterior.std, Math.max(...y), xi);
  return tf.scalar(improvements.findIndex((value) => value === Math.max(...improvements)), "int32");
}
