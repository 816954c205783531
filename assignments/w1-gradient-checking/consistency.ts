import type { Consistency } from "../catalog/property.ts";
import type { Value } from "../values/value.ts";
import { forwardPropagationN, gradientsToVector } from "./contract.ts";
import { matricesOf, matrixOf } from "./matrices-of.ts";

/** A cache is the forward pass of the parameters in it; the vectors of a check have 47 numbers, and its network runs. */
export const consistent: Consistency = {
  gradientCheckN: ([parameters, gradients, X, Y]) => {
    const { cost } = forwardPropagationN(matrixOf(X), matrixOf(Y), matricesOf(parameters));
    return Number.isFinite(cost) && gradientsToVector(matricesOf(gradients)).every(Number.isFinite);
  },
  backwardPropagationN: ([X, Y, cache]) => isForwardPass(X, Y, cache),
};

function isForwardPass(X: Value | undefined, Y: Value | undefined, cache: Value | undefined): boolean {
  const found = matricesOf(cache);
  const made = forwardPropagationN(matrixOf(X), matrixOf(Y), found).cache;
  const same = ([name, matrix]: readonly [string, number[][]]): boolean => {
    const numbers = matrix.flat();
    const others = found[name]?.flat() ?? [];
    return numbers.length === others.length && numbers.every((value, i) => value === others[i]);
  };
  return Object.keys(found).length === Object.keys(made).length && Object.entries(made).every(same);
}
