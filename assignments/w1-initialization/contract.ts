import type { Params } from "../values/params.ts";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Zeros for every layer of a network: `Wl` [n_l, n_(l-1)], `bl` [n_l, 1]. `layerDims` is n_0, n_1, …, n_L. */
export type InitializeParametersZeros = (layerDims: number[]) => Result<Params>;

/** Weights `rng.randn([n_l, n_(l-1)]) * 10`, drawn in the order W1, W2, …; biases zero, which draw nothing. */
export type InitializeParametersRandom = (layerDims: number[], rng: Rng) => Result<Params>;

/**
 * Weights `rng.randn([n_l, n_(l-1)]) * sqrt(2 / n_(l-1))`, drawn in the order W1, W2, …; biases zero, which draw nothing.
 * @see He et al. 2015, Delving Deep into Rectifiers, section 2.2
 */
export type InitializeParametersHe = (layerDims: number[], rng: Rng) => Result<Params>;

/** Everything that a submission exports. */
export type Contract = {
  initializeParametersZeros: InitializeParametersZeros;
  initializeParametersRandom: InitializeParametersRandom;
  initializeParametersHe: InitializeParametersHe;
};
