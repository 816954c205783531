import { variantsOf } from "./variants-of.ts";

/** An expected improvement, right or wrong. */
export type Improvement = (mean: number[], std: number[], best: number, xi?: number) => number[];

/** A wrong way to compute it. */
export const variant = variantsOf<Improvement>("expectedImprovement", "ei");

type Candidate = { readonly gain: number; readonly sigma: number; readonly xi: number };

/** Another formula; 0 where nothing is uncertain. */
export const improvementBy =
  (formula: (candidate: Candidate) => number): Improvement =>
  (mean, std, best, xi = 0.01) =>
    mean.map((mu, i) => {
      const sigma = std[i] ?? Number.NaN;
      return sigma === 0 ? 0 : formula({ gain: mu - best - xi, sigma, xi });
    });
