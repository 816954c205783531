import { rbfKernel } from "../solution.ts";
import { variantsOf } from "./variants-of.ts";

/** A posterior as the exercise asks for it, right or wrong. */
export type Posterior = (
  X: number[][],
  y: number[],
  XNew: number[][],
  lengthScale: number,
  noise: number,
) => { mean: number[]; std: number[] };

/** A wrong way to compute a posterior. */
export const variant = variantsOf<Posterior>("gpPosterior", "gp");

type Ways = {
  /** What the noise adds to the covariance of each observation with itself, */
  readonly onDiagonal: (noise: number) => number;
  /** with the others, */
  readonly offDiagonal: (noise: number) => number;
  /** and the variance of a new point before anything was observed. */
  readonly prior: (noise: number) => number;
  readonly invert: (K: number[][]) => number[][];
};

/** The posterior by the inverse of the covariance, wrong in some of the ways. */
export const posteriorWith =
  ({ onDiagonal, offDiagonal, prior, invert: inverseOf }: Partial<Ways>): Posterior =>
  (X, y, XNew, lengthScale, noise) => {
    const own = onDiagonal?.(noise) ?? noise ** 2;
    const others = offDiagonal?.(noise) ?? 0;
    const K = rbfKernel(X, X, lengthScale).map((row, i) => row.map((value, j) => value + (i === j ? own : others)));
    return conditioned(rbfKernel(XNew, X, lengthScale), (inverseOf ?? invert)(K), y, prior?.(noise) ?? 1);
  };

/** With a kernel that takes noise to belong to places: it is added wherever two points are equal. */
export const noiseAtEqualPoints: Posterior = (X, y, XNew, lengthScale, noise) => {
  const covariance = (A: number[][], B: number[][]): number[][] =>
    rbfKernel(A, B, lengthScale).map((row) => row.map((value) => (value === 1 ? value + noise ** 2 : value)));
  const K = covariance(X, X).map((row, i) => row.with(i, 1 + noise ** 2));
  return conditioned(covariance(XNew, X), invert(K), y, 1);
};

function conditioned(k: number[][], inverse: number[][], y: number[], prior: number): ReturnType<Posterior> {
  const weights = k.map((row) => inverse.map((own) => dot(own, row)));
  return {
    mean: weights.map((row) => dot(row, y)),
    std: weights.map((row, i) => Math.sqrt(Math.max(0, prior - dot(row, k[i] ?? [])))),
  };
}

/** The sum of the products. */
export const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, i) => sum + value * (right[i] ?? Number.NaN), 0);

/** The inverse, by Gauss and Jordan; covariances need no pivots. */
function invert(K: readonly number[][]): number[][] {
  const rows = K.map((row, i) => [...row, ...K.map((_, j) => Number(i === j))]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? Number.NaN;
    const scaled = row.map((value) => value / pivot);
    for (const [j, other] of rows.entries()) {
      const factor = other[i] ?? Number.NaN;
      rows[j] = j === i ? scaled : other.map((value, k) => value - factor * (scaled[k] ?? Number.NaN));
    }
  }
  return rows.map((row) => row.slice(K.length));
}
