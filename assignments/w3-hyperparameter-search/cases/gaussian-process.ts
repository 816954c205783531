// What cases have to know of the answers, so that the marks for a mistake do not depend on the draw.

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

/** Expected improvements over `best`, to 1e-6. */
export const improvements = (mean: readonly number[], std: readonly number[], best: number, xi: number): number[] =>
  mean.map((mu, i) => {
    const [gain, sigma] = [mu - best - xi, std[i] ?? 0];
    if (sigma === 0) return 0;
    const z = gain / sigma;
    return gain * normalProbability(z) + (sigma * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  });

/** @see Abramowitz & Stegun 1964, 26.2.17 */
function normalProbability(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = coefficients.reduce((sum, coefficient, i) => sum + coefficient * t ** (i + 1), 0);
  const beyond = (tail * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  return z > 0 ? 1 - beyond : beyond;
}

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
