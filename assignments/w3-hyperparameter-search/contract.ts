import type { Rng } from "gradecheck";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Points in float64, one in each row: [number of points, number of coordinates]. */
export type Points = number[][];

/** The values to try, by the name of the hyperparameter. */
export type Ranges = Record<string, number[]>;

/** One value for each hyperparameter. */
export type Setting = Record<string, number>;

/** Lowest and highest value of each coordinate. */
export type Box = { low: number[]; high: number[] };

/** What a Gaussian process says of an unknown function at each new point. */
export type Posterior = { mean: number[]; std: number[] };

/** All combinations, keys in the order of `ranges`; the last one varies fastest. */
export type GridSearch = (ranges: Ranges) => Result<Setting[]>;

/** `n` values from `low` to `high`, uniform on a logarithmic scale; draws `rng.rand([n])`. */
export type SampleLogUniform = (low: number, high: number, n: number, rng: Rng) => Result<number[]>;

/** `n` values from `low` to `high` below 1 whose distance from 1 is uniform on a logarithmic scale; draws `rng.rand([n])`. */
export type SampleBeta = (low: number, high: number, n: number, rng: Rng) => Result<number[]>;

/** The bounding box of the `keep` points of highest score; of equal scores the earlier is kept. */
export type CoarseToFine = (points: Points, scores: number[], keep: number) => Result<Box>;

/** `exp(-|a - b|^2 / (2 lengthScale^2))` for every point a of `A` [n, d] and b of `B` [p, d]: [n, p]. */
export type RbfKernel = (A: Points, B: Points, lengthScale: number) => Result<number[][]>;

/** Mean and standard deviation of the function at `XNew` [p, d], after values `y` [n] were observed at `X` [n, d]. */
export type GpPosterior = (
  X: Points,
  y: number[],
  XNew: Points,
  lengthScale: number,
  noise: number,
) => Result<Posterior>;

/** By how much each candidate is expected to exceed `best + xi`; 0 where `std` is 0. `xi` is 0.01 where it is undefined. */
export type ExpectedImprovement = (mean: number[], std: number[], best: number, xi?: number) => Result<number[]>;

/**
 * The index of the candidate with the greatest expected improvement over the best of `y`, of equals the first. `xi` is
 * 0.01 where it is undefined.
 */
export type ProposeNext = (
  X: Points,
  y: number[],
  candidates: Points,
  lengthScale: number,
  noise: number,
  xi?: number,
) => Result<number>;

/** Everything that a submission exports. */
export type Contract = {
  gridSearch: GridSearch;
  sampleLogUniform: SampleLogUniform;
  sampleBeta: SampleBeta;
  coarseToFine: CoarseToFine;
  rbfKernel: RbfKernel;
  gpPosterior: GpPosterior;
  expectedImprovement: ExpectedImprovement;
  proposeNext: ProposeNext;
};
