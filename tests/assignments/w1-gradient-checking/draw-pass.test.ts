import { describe, expect, test } from "vitest";
import { RandomState } from "../../../assignments/values/random-state.ts";
import {
  dictionaryToVector,
  forwardPropagationN,
  gradientsToVector,
  type Matrix,
  vectorToDictionary,
} from "../../../assignments/w1-gradient-checking/contract.ts";
import { drawPass } from "../../../assignments/w1-gradient-checking/draw-pass.ts";

const sidesOf = (X: Matrix, Y: Matrix, vector: number[]): boolean[] => {
  const { cache } = forwardPropagationN(X, Y, vectorToDictionary(vector));
  return [...(cache["Z1"] ?? []), ...(cache["Z2"] ?? [])].flat().map((z) => z > 0);
};

describe("drawPass()", () => {
  test.each([1, 4])("drawPass() of %d examples keeps every relu on its side within reach of each parameter", (m) => {
    for (let seed = 0; seed < 12; seed++) {
      const { X, Y, parameters } = drawPass(new RandomState(seed), m, 0.04);
      const vector = dictionaryToVector(parameters);
      const here = sidesOf(X, Y, vector);
      for (const [i, value] of vector.entries()) {
        for (const share of [-1, -0.5, 0.5, 1]) {
          expect(sidesOf(X, Y, vector.with(i, value + share * 0.04))).toEqual(here);
        }
      }
    }
  });

  test("drawPass() gives gradients that agree with the slopes, and something to see in each of them", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { X, Y, parameters, gradients } = drawPass(new RandomState(seed), 1 + seed, 1e-4);
      const vector = dictionaryToVector(parameters);
      const costAt = (i: number, value: number) =>
        forwardPropagationN(X, Y, vectorToDictionary(vector.with(i, value))).cost;
      const slopes = vector.map((value, i) => (costAt(i, value + 1e-5) - costAt(i, value - 1e-5)) / 2e-5);
      for (const [i, gradient] of gradientsToVector(gradients).entries())
        expect(gradient).toBeCloseTo(slopes[i] ?? 9, 8);
      for (const name of ["dW1", "db1", "dW2", "db2", "dW3", "db3"]) {
        expect(Math.max(...(gradients[name] ?? []).flat().map(Math.abs))).toBeGreaterThan(0.03);
      }
    }
  });

  test("drawPass() has active and inactive units in both hidden layers, even for one example", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { cache } = drawPass(new RandomState(seed), 1, 1e-6);
      for (const name of ["A1", "A2"]) {
        const active = (cache[name] ?? []).flat().map((a) => a > 0);
        expect(new Set(active)).toEqual(new Set([true, false]));
      }
    }
  });
});
