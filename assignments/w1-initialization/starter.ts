import type { Params, Rng } from "gradecheck";

/**
 * Parameters that are all zero (README, exercise 1).
 *
 * @param layerDims Widths n_0, n_1, ..., n_L; n_0 is the number of inputs
 * @returns `W1, b1, ..., WL, bL`
 */
export function initializeParametersZeros(layerDims: number[]): Params {
  throw new Error("Not implemented: initializeParametersZeros");
}

/**
 * Large random weights and zero biases (README, exercise 2).
 *
 * @param layerDims Widths n_0, n_1, ..., n_L; n_0 is the number of inputs
 * @param rng Draw the weights from here, W1 first: `rng.randn(shape)`
 * @returns `W1, b1, ..., WL, bL`
 */
export function initializeParametersRandom(layerDims: number[], rng: Rng): Params {
  throw new Error("Not implemented: initializeParametersRandom");
}

/**
 * Random weights scaled after He et al., and zero biases (README, exercise 3).
 *
 * @param layerDims Widths n_0, n_1, ..., n_L; n_0 is the number of inputs
 * @param rng Draw the weights from here, W1 first: `rng.randn(shape)`
 * @returns `W1, b1, ..., WL, bL`
 */
export function initializeParametersHe(layerDims: number[], rng: Rng): Params {
  throw new Error("Not implemented: initializeParametersHe");
}
