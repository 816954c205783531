import type { Rng } from "gradecheck";
import type { Box, Points, Posterior, Ranges, Setting } from "gradecheck/w3-hyperparameter-search";

/**
 * All combinations of the values.
 *
 * @param ranges Values by name; names in their order
 * @returns One dictionary for each combination; the last name varies fastest
 */
export function gridSearch(ranges: Ranges): Setting[] {
  return Object.entries(ranges).reduce<Setting[]>(
    (settings, [key, values]) => settings.flatMap((setting) => values.map((value) => ({ ...setting, [key]: value }))),
    [{}],
  );
}

/**
 * Values between two bounds, uniform on a logarithmic scale: `low (high / low)^r`.
 *
 * @param low Lowest value, above 0
 * @param high Highest value
 * @param n How many
 * @param rng Draws `rand([n])`
 * @returns float64 [n]
 */
export function sampleLogUniform(low: number, high: number, n: number, rng: Rng): number[] {
  return draws(n, rng).map((r) => low * (high / low) ** r);
}

/**
 * Values of beta below 1 whose distance from 1 is uniform on a logarithmic scale:
 * `1 - (1 - low) ((1 - high) / (1 - low))^r`.
 *
 * @param low Lowest value
 * @param high Highest value, below 1
 * @param n How many
 * @param rng Draws `rand([n])`
 * @returns float64 [n]
 */
export function sampleBeta(low: number, high: number, n: number, rng: Rng): number[] {
  return draws(n, rng).map((r) => 1 - (1 - low) * ((1 - high) / (1 - low)) ** r);
}

const draws = (n: number, rng: Rng): number[] => Array.from(rng.rand([n]).dataSync());

/**
 * The bounding box of the points of highest score.
 *
 * @param points float64 [n, d]
 * @param scores float64 [n]
 * @param keep How many points count, 1 to n; of equal scores the earlier
 * @returns Bounds, each float64 [d]
 */
export function coarseToFine(points: Points, scores: number[], keep: number): Box {
  // Sorting is stable: equal scores stay in their order.
  const order = points.map((_, i) => i).sort((i, j) => at(scores, j) - at(scores, i));
  const kept = order.slice(0, keep).map((i) => rowOf(points, i));
  const coordinates = rowOf(points, 0).map((_, k) => kept.map((point) => at(point, k)));
  return {
    low: coordinates.map((values) => Math.min(...values)),
    high: coordinates.map((values) => Math.max(...values)),
  };
}

/**
 * Radial basis functions: `exp(-|a - b|^2 / (2 lengthScale^2))`, of variance 1.
 *
 * @param A float64 [n, d]
 * @param B float64 [p, d]
 * @param lengthScale Distance over which values resemble each other, above 0
 * @returns float64 [n, p]
 * @see Rasmussen & Williams 2006, eq. 2.16
 */
export function rbfKernel(A: Points, B: Points, lengthScale: number): number[][] {
  return A.map((a) =>
    B.map((b) => {
      const squared = a.reduce((sum, value, k) => sum + (value - at(b, k)) ** 2, 0);
      return Math.exp(-squared / (2 * lengthScale ** 2));
    }),
  );
}

/**
 * The posterior of a Gaussian process with prior mean 0 and the kernel above: with `K = L L^T` the covariance of the
 * observations and k that of a new point with them, the mean is `k^T K^-1 y` and the variance `1 - |L^-1 k|^2`.
 *
 * @param X Where the function was observed, float64 [n, d]
 * @param y What was observed, float64 [n]
 * @param XNew float64 [p, d]
 * @param lengthScale Of the kernel
 * @param noise Standard deviation of what is added to each observation; its square stands on the diagonal of K
 * @returns Mean and standard deviation of the function, float64 [p] each
 * @see Rasmussen & Williams 2006, alg. 2.1
 */
export function gpPosterior(X: Points, y: number[], XNew: Points, lengthScale: number, noise: number): Posterior {
  const K = rbfKernel(X, X, lengthScale).map((row, i) => row.map((value, j) => (i === j ? value + noise ** 2 : value)));
  const L = cholesky(K);
  const whiteY = solveLower(L, y);
  const whiteNew = rbfKernel(XNew, X, lengthScale).map((k) => solveLower(L, k));
  return {
    mean: whiteNew.map((v) => dot(v, whiteY)),
    // At an observation without noise, rounding may leave a little less than nothing.
    std: whiteNew.map((v) => Math.sqrt(Math.max(0, 1 - dot(v, v)))),
  };
}

/**
 * By how much a normal variable is expected to exceed `best + xi`, where it does: with `d = mean - best - xi`,
 * `d Phi(d / std) + std phi(d / std)`.
 *
 * @param mean float64 [p]
 * @param std float64 [p]; where it is 0, nothing is expected
 * @param best Highest value so far
 * @param xi What an improvement has to exceed
 * @returns float64 [p]
 * @see Jones, Schonlau & Welch 1998, eq. 15
 */
export function expectedImprovement(mean: number[], std: number[], best: number, xi = 0.01): number[] {
  return mean.map((mu, i) => {
    const sigma = at(std, i);
    if (sigma === 0) return 0;
    const gain = mu - best - xi;
    return gain * normalProbability(gain / sigma) + sigma * normalDensity(gain / sigma);
  });
}

/**
 * Where to look next: the candidate of the greatest expected improvement over the best of y.
 *
 * @param X float64 [n, d]
 * @param y float64 [n]
 * @param candidates float64 [p, d]
 * @param lengthScale Of the kernel
 * @param noise Of the observations
 * @param xi What an improvement has to exceed
 * @returns Index of the candidate, of equals the first
 */
export function proposeNext(
  X: Points,
  y: number[],
  candidates: Points,
  lengthScale: number,
  noise: number,
  xi = 0.01,
): number {
  const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
  const improvements = expectedImprovement(mean, std, Math.max(...y), xi);
  return improvements.indexOf(Math.max(...improvements));
}

/** The lower triangular matrix L with `L L^T = K`. */
function cholesky(K: number[][]): number[][] {
  const L: number[][] = [];
  for (const [i, row] of K.entries()) {
    const own = solveLower(L, row);
    L.push([...own, Math.sqrt(at(row, i) - dot(own, own))]);
  }
  return L;
}

/** The vector v with `L v = b`, as far as L has rows. */
function solveLower(L: number[][], b: number[]): number[] {
  const v: number[] = [];
  for (const [i, row] of L.entries()) v.push((at(b, i) - dot(v, row)) / at(row, i));
  return v;
}

const dot = (left: number[], right: number[]): number => left.reduce((sum, value, i) => sum + value * at(right, i), 0);

const normalDensity = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The probability that a standard normal variable is below z: `1/2 + phi(z) (z + z^3 / 3 + z^5 / (3 5) + ...)`, to an absolute 1e-15.
 * @see Marsaglia 2004, "Evaluating the Normal Distribution"
 */
function normalProbability(z: number): number {
  // Further out nothing is left that float64 could tell from 0 and 1, and the series would take ever longer.
  if (Math.abs(z) > 9) return z > 0 ? 1 : 0;
  let [sum, term] = [0, z];
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    sum += term;
    term *= z ** 2 / k;
  }
  return 0.5 + sum * normalDensity(z);
}

const rowOf = (points: Points, i: number): number[] => points[i] ?? [];

/** A number of an array; NaN where shapes do not fit. */
const at = (values: number[], i: number): number => values[i] ?? Number.NaN;
