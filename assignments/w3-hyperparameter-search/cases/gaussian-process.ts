// What cases have to know of the answers, so that the marks for a mistake do not depend on the draw.

import { density, distribution } from "./normal-distribution.ts";

type Points = readonly (readonly number[])[];

/** What was observed and what is asked for. */
export type Search = {
  readonly X: Points;
  readonly y: readonly number[];
  readonly candidates: Points;
  readonly lengthScale: number;
  readonly noise: number;
  readonly xi: number;
};

/** Mean and variance at every candidate; rounding may leave a variance below 0. */
export function posterior({ X, y, candidates, lengthScale, noise }: Omit<Search, "xi">): {
  readonly mean: number[];
  readonly variance: number[];
} {
  const k = (a: readonly number[], b: readonly number[]): number =>
    Math.exp(-a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0) / (2 * lengthScale ** 2));
  const L = cholesky(X.map((a, i) => X.map((b, j) => k(a, b) + (i === j ? noise ** 2 : 0))));
  const whiteY = solveLower(L, y);
  const white = candidates.map((candidate) =>
    solveLower(
      L,
      X.map((x) => k(candidate, x)),
    ),
  );
  return { mean: white.map((v) => dot(v, whiteY)), variance: white.map((v) => 1 - dot(v, v)) };
}

/** Expected improvements over `best`. */
export const improvements = (mean: readonly number[], std: readonly number[], best: number, xi: number): number[] =>
  mean.map((mu, i) => {
    const [gain, sigma] = [mu - best - xi, std[i] ?? 0];
    if (sigma === 0) return 0;
    const z = gain / sigma;
    return gain * distribution(z) + sigma * density(z);
  });

function cholesky(K: Points): number[][] {
  const L: number[][] = [];
  for (const [i, row] of K.entries()) {
    const own = solveLower(L, row);
    L.push([...own, Math.sqrt((row[i] ?? 0) - dot(own, own))]);
  }
  return L;
}

function solveLower(L: Points, b: readonly number[]): number[] {
  const v: number[] = [];
  for (const [i, row] of L.entries()) v.push(((b[i] ?? 0) - dot(v, row)) / (row[i] ?? 0));
  return v;
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
