import type { Consistency } from "../catalog/property.ts";
import { tensorAt } from "../values/tensor-at.ts";
import type { Value } from "../values/value.ts";
import { fromTensor, type Matrix, sameShape } from "./matrix.ts";
import { type Dropout, forwardPass, layersIn } from "./network.ts";

/** Relative and absolute room for rounding to float32. */
const tolerance = 1e-5;

/** Whether the caches are what a forward pass leaves, by exercise. */
export const consistent: Consistency = {
  backwardPropagationWithRegularization: ([X, , cache]) => isForwardPass(X, cache, undefined),
  backwardPropagationWithDropout: ([X, , cache, keepProb]) => {
    if (keepProb?.kind !== "number") return false;
    const masks = [1, 2].map((l) => fromTensor(tensorAt(cache, `D${l}`)));
    const binary = masks.every(({ data }) => data.every((value) => value === 0 || value === 1));
    return binary && isForwardPass(X, cache, { masks, keepProb: keepProb.value });
  },
};

function isForwardPass(X: Value | undefined, cache: Value | undefined, dropout: Dropout | undefined): boolean {
  if (X?.kind !== "tensor") return false;
  return forwardPass(fromTensor(X), layersIn(cache), { dropout }).every(
    ({ Z, A }, i) => isClose(Z, tensorAt(cache, `Z${i + 1}`)) && isClose(A, tensorAt(cache, `A${i + 1}`)),
  );
}

function isClose(computed: Matrix, stored: Parameters<typeof fromTensor>[0]): boolean {
  const found = fromTensor(stored);
  return (
    sameShape(computed, found) &&
    computed.data.every((value, i) => Math.abs((found.data[i] ?? 0) - value) <= tolerance * (1 + Math.abs(value)))
  );
}
