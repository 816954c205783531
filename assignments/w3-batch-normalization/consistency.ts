import type { Consistency } from "../catalog/property.ts";
import { memberOf, scalarOf } from "../values/case-value.ts";
import { at, mapMatrix, matrixAt, readMatrix, sameShape } from "../values/matrix.ts";
import { meanOfRows } from "./normalize.ts";

/** Room for rounding to float32, beside numbers of the size of 1. */
const tolerance = 1e-5;

/** Whether the cache is what a forward pass leaves: rows of mean 0 whose squares have the mean `sigma2 / (sigma2 + epsilon)`. */
export const consistent: Consistency = {
  batchNormBackward: ([dZTilde, cache]) => {
    const gradient = readMatrix(dZTilde);
    const epsilon = scalarOf(memberOf(cache, "epsilon"));
    const [ZNorm, mu, sigma2, gamma] = ["ZNorm", "mu", "sigma2", "gamma"].map((key) => matrixAt(cache, key));
    if (gradient === undefined || epsilon === undefined || !ZNorm || !mu || !sigma2 || !gamma) return false;
    const means = meanOfRows(ZNorm);
    if (!sameShape(gradient, ZNorm) || ![mu, sigma2, gamma].every((column) => sameShape(column, means))) return false;
    const squares = meanOfRows(mapMatrix(ZNorm, (value) => value * value));
    return sigma2.data.every((variance, i) => {
      const share = variance / (variance + epsilon);
      const isCentered = Math.abs(at(means, i, 0)) <= tolerance;
      return (
        variance >= 0 && epsilon >= 0 && isCentered && Math.abs(at(squares, i, 0) - share) <= tolerance * (1 + share)
      );
    });
  },
};
