import type { Consistency } from "../catalog/property.ts";
import { type Matrix, matrixAt, readMatrix, sameShape } from "../values/matrix.ts";
import type { Value } from "../values/value.ts";
import { type Dropout, forwardPass, layersIn } from "./network.ts";

/** Relative and absolute room for rounding to float32. */
const tolerance = 1e-5;

/** Whether the caches are what a forward pass leaves, by exercise. */
export const consistent: Consistency = {
  backwardPropagationWithRegularization: ([X, , cache]) => isForwardPass(X, cache, undefined),
  backwardPropagationWithDropout: ([X, , cache, keepProb]) => {
    if (keepProb?.kind !== "number") return false;
    const masks = [1, 2].map((l) => matrixAt(cache, `D${l}`));
    const binary = masks.every(({ data }) => data.every((value) => value === 0 || value === 1));
    return binary && isForwardPass(X, cache, { masks, keepProb: keepProb.value });
  },
};

function isForwardPass(X: Value | undefined, cache: Value | undefined, dropout: Dropout | undefined): boolean {
  const inputs = readMatrix(X);
  if (inputs === undefined) return false;
  return forwardPass(inputs, layersIn(cache), { dropout }).every(
    ({ Z, A }, i) => isSame(Z, matrixAt(cache, `Z${i + 1}`)) && isSame(A, matrixAt(cache, `A${i + 1}`)),
  );
}

function isSame(computed: Matrix, stored: Matrix): boolean {
  return (
    sameShape(computed, stored) &&
    computed.data.every((value, i) => Math.abs((stored.data[i] ?? 0) - value) <= tolerance * (1 + Math.abs(value)))
  );
}
