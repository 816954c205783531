/**
 * Hyperparameter search: replace each `throw` by your own code. The formulas, the shapes and what is easy to get wrong
 * are in the handout beside this file.
 *
 * Everything here is float64: plain numbers and arrays of them. A list of points is `number[][]` with one point in each
 * row. Nothing that is passed in may change.
 *
 * `rng.rand([n])` draws n numbers from 0 to 1, as a tensor of TensorFlow.js; its `dataSync()` gives the plain numbers.
 */
import type { Rng } from "gradecheck";
import type { Box, Points, Posterior, Ranges, Setting } from "gradecheck/w3-hyperparameter-search";

/**
 * All combinations of the values (README, exercise 1).
 *
 * @param ranges Values to try, by the name of the hyperparameter
 * @returns One dictionary for each combination; the last name varies fastest
 */
export function gridSearch(ranges: Ranges): Setting[] {
  throw new Error("Not implemented: gridSearch");
}

/**
 * Values between two bounds, uniform on a logarithmic scale (README, exercise 2).
 *
 * @param low Lowest value, above 0
 * @param high Highest value
 * @param n How many
 * @param rng Draw `rand([n])`, once
 * @returns n numbers
 */
export function sampleLogUniform(low: number, high: number, n: number, rng: Rng): number[] {
  throw new Error("Not implemented: sampleLogUniform");
}

/**
 * Values of beta whose distance from 1 is uniform on a logarithmic scale (README, exercise 3).
 *
 * @param low Lowest value
 * @param high Highest value, below 1
 * @param n How many
 * @param rng Draw `rand([n])`, once
 * @returns n numbers
 */
export function sampleBeta(low: number, high: number, n: number, rng: Rng): number[] {
  throw new Error("Not implemented: sampleBeta");
}

/**
 * The box around the best points (README, exercise 4).
 *
 * @param points [n, d], one point in each row
 * @param scores [n], the higher the better
 * @param keep How many points count, 1 to n
 * @returns `low` and `high`, [d] each
 */
export function coarseToFine(points: Points, scores: number[], keep: number): Box {
  throw new Error("Not implemented: coarseToFine");
}

/**
 * How much values at two points resemble each other (README, exercise 5).
 *
 * @param A [n, d], one point in each row
 * @param B [p, d]
 * @param lengthScale Above 0
 * @returns [n, p], by rows
 */
export function rbfKernel(A: Points, B: Points, lengthScale: number): number[][] {
  throw new Error("Not implemented: rbfKernel");
}

/**
 * What observations say of an unknown function elsewhere (README, exercise 6).
 *
 * @param X Where it was observed, [n, d]
 * @param y What was observed, [n]
 * @param XNew Where it is asked for, [p, d]
 * @param lengthScale Of the kernel
 * @param noise Standard deviation of the noise in each observation, 0 or more
 * @returns `mean` and `std`, [p] each
 */
export function gpPosterior(X: Points, y: number[], XNew: Points, lengthScale: number, noise: number): Posterior {
  throw new Error("Not implemented: gpPosterior");
}

/**
 * By how much each candidate is expected to exceed the best so far (README, exercise 7).
 *
 * @param mean [p]
 * @param std [p], 0 or more
 * @param best Highest value so far
 * @param xi What an improvement has to exceed
 * @returns [p]
 */
export function expectedImprovement(mean: number[], std: number[], best: number, xi = 0.01): number[] {
  throw new Error("Not implemented: expectedImprovement");
}

/**
 * Which candidate to try next (README, exercise 8).
 *
 * @param X What was tried, [n, d]
 * @param y With what result, [n]
 * @param candidates [p, d]
 * @param lengthScale Of the kernel
 * @param noise Standard deviation of the noise in each observation
 * @param xi What an improvement has to exceed
 * @returns Index of the candidate, from 0
 */
export function proposeNext(
  X: Points,
  y: number[],
  candidates: Points,
  lengthScale: number,
  noise: number,
  xi = 0.01,
): number {
  throw new Error("Not implemented: proposeNext");
}
