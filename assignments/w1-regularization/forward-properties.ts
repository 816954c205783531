import type { Property, PropertyFacts } from "../catalog/property.ts";
import { memberOf } from "../values/case-value.ts";
import { at, type Matrix, mapMatrix, matrixAt, readMatrix, sameShape } from "../values/matrix.ts";
import { affine, isClose, layersIn } from "./network.ts";

/** Elements of a mask from which its average says something: with so many, its standard error is below 0.01. */
const wide = 2000;

type Hidden = { readonly Z: Matrix; readonly D: Matrix; readonly A: Matrix };

/** Properties of `forwardPropagationWithDropout`. */
export const forwardProperties: readonly Property[] = [
  {
    id: "linear-steps",
    sentence: "Each Zl must be Wl A(l-1) + bl, with the activations after dropout, and A3 must be the sigmoid of Z3",
    holds: isForwardPass,
  },
  {
    id: "masks-zero-or-one",
    sentence: "A mask must have its activations' shape and hold nothing but 0 and 1",
    holds: (facts) =>
      hiddenLayers(facts).every(({ D, A }) => sameShape(D, A) && D.data.every((value) => value === 0 || value === 1)),
  },
  {
    id: "dropped-is-zero",
    sentence: "Where a mask is 0, the activation must be 0",
    holds: (facts) => hiddenLayers(facts).every(({ D, A }) => A.data.every((a, i) => a === 0 || D.data[i] === 1)),
  },
  {
    id: "kept-is-scaled",
    sentence: "Where a mask is 1, the activation must be relu(Z) divided by keepProb",
    holds: (facts) => {
      const keepProb = keepProbIn(facts);
      return hiddenLayers(facts).every(({ Z, D, A }) =>
        A.data.every((a, i) => D.data[i] !== 1 || isClose(a, Math.max(Z.data[i] ?? 0, 0) / keepProb)),
      );
    },
  },
  {
    id: "nothing-dropped-at-one",
    sentence: "With keepProb 1 nothing may be dropped",
    holds: (facts) => keepProbIn(facts) !== 1 || hiddenLayers(facts).every(({ D }) => !D.data.includes(0)),
  },
  {
    id: "share-kept",
    sentence: "Of many units, the share that is kept must be close to keepProb",
    holds: (facts) =>
      hiddenLayers(facts).every(({ D }) => D.data.length < wide || Math.abs(average(D) - keepProbIn(facts)) <= 0.05),
  },
  {
    id: "expectation-kept",
    sentence: "Averaged over many units, dropout must leave the activations as large as they were",
    holds: (facts) =>
      hiddenLayers(facts).every(({ Z, A }) => {
        if (A.data.length < wide) return true;
        const before = average(mapMatrix(Z, (z) => Math.max(z, 0)));
        return Math.abs(average(A) - before) <= 0.1 * before;
      }),
  },
];

function isForwardPass({ args: [X, parameters], actual }: PropertyFacts): boolean {
  const first = readMatrix(X);
  if (first === undefined) return false;
  const cache = memberOf(actual, "cache");
  const layers = layersIn(parameters);
  const inputs = [first, ...[1, 2].map((l) => matrixAt(cache, `A${l}`))];
  const linear = layers.every(({ W, b }, i) => {
    const Z = matrixAt(cache, `Z${i + 1}`);
    const wanted = affine(W, inputs[i] ?? Z, b);
    return sameShape(Z, wanted) && wanted.data.every((value, k) => isClose(Z.data[k] ?? Number.NaN, value));
  });
  const [Z3, A3] = [matrixAt(cache, "Z3"), matrixAt(actual, "A3")];
  return linear && sameShape(Z3, A3) && Z3.data.every((z, j) => isClose(at(A3, 0, j), 1 / (1 + Math.exp(-z))));
}

function hiddenLayers({ actual }: PropertyFacts): Hidden[] {
  const cache = memberOf(actual, "cache");
  return [1, 2].map((l) => ({
    Z: matrixAt(cache, `Z${l}`),
    D: matrixAt(cache, `D${l}`),
    A: matrixAt(cache, `A${l}`),
  }));
}

function keepProbIn({ args: [, , keepProb] }: PropertyFacts): number {
  return keepProb?.kind === "number" ? keepProb.value : 0.5;
}

function average({ data }: Matrix): number {
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}
