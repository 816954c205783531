import { describe, expect, test } from "vitest";
import { RandomState } from "../../../assignments/values/random-state.ts";
import {
  dictionaryToVector,
  forwardPropagationN,
  gradientsToVector,
  type Matrix,
  vectorToDictionary,
} from "../../../assignments/w1-gradient-checking/contract.ts";

const counted = Array.from({ length: 47 }, (_, i) => i / 10);
const shapeOf = (matrix: Matrix | undefined) => [matrix?.length, matrix?.[0]?.length];
const zeros = (rows: number, columns: number): Matrix => Array.from({ length: rows }, () => Array(columns).fill(0));

describe("vectorToDictionary()", () => {
  test("vectorToDictionary() takes W1, b1, W2, b2, W3, b3 by rows", () => {
    const parameters = vectorToDictionary(counted);
    expect(Object.entries(parameters).map(([name, matrix]) => [name, ...shapeOf(matrix)])).toEqual([
      ["W1", 5, 4],
      ["b1", 5, 1],
      ["W2", 3, 5],
      ["b2", 3, 1],
      ["W3", 1, 3],
      ["b3", 1, 1],
    ]);
    expect(parameters["W1"]?.[1]).toEqual([0.4, 0.5, 0.6, 0.7]);
    expect(parameters["W2"]?.[0]).toEqual([2.5, 2.6, 2.7, 2.8, 2.9]);
    expect(parameters["b3"]).toEqual([[4.6]]);
  });

  test("vectorToDictionary() refuses a vector of another length", () => {
    expect(() => vectorToDictionary([1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: Cannot make a dictionary: the vector has 2 numbers, must have 47]`,
    );
  });
});

describe("dictionaryToVector()", () => {
  test("dictionaryToVector() undoes vectorToDictionary(), whatever the order of the keys", () => {
    const { W1 = [], ...rest } = vectorToDictionary(counted);
    expect(dictionaryToVector({ ...rest, W1 })).toEqual(counted);
  });

  test("dictionaryToVector() gives numbers of its own: writing to the vector changes no parameter", () => {
    const parameters = vectorToDictionary(counted);
    dictionaryToVector(parameters)[0] = 99;
    expect(parameters).toEqual(vectorToDictionary(counted));
  });

  test("dictionaryToVector() names what is missing or of another shape", () => {
    const { b2: _, ...without } = vectorToDictionary(counted);
    expect(() => dictionaryToVector(without)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: Cannot make a vector: b2 is missing or not a nested array of numbers]`,
    );
    expect(() => dictionaryToVector({ ...without, b2: [[1, 2, 3]] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: Cannot make a vector: b2 has the shape [1, 3], must be [3, 1] by rows]`,
    );
  });
});

describe("gradientsToVector()", () => {
  test("gradientsToVector() reads dW1 to db3 and leaves out the rest", () => {
    const named = Object.entries(vectorToDictionary(counted)).map(([name, matrix]) => [`d${name}`, matrix] as const);
    expect(gradientsToVector({ dZ1: [[7]], ...Object.fromEntries(named.reverse()) })).toEqual(counted);
    expect(() => gradientsToVector({})).toThrow("dW1 is missing");
  });
});

describe("forwardPropagationN()", () => {
  test("forwardPropagationN() of a network of zeros costs log 2, whatever the labels", () => {
    const { cost, cache } = forwardPropagationN(zeros(4, 2), [[1, 0]], vectorToDictionary(Array(47).fill(0)));
    expect(cost).toBeCloseTo(Math.LN2, 15);
    expect(cache["A3"]).toEqual([[0.5, 0.5]]);
  });

  test("forwardPropagationN() gives relu of Z1 and Z2, sigmoid of Z3, and the parameters", () => {
    const random = new RandomState(3);
    const parameters = vectorToDictionary(Array.from(random.randn(47)));
    const X = Array.from({ length: 4 }, () => Array.from(random.randn(6)));
    const { cost, cache } = forwardPropagationN(X, [[1, 0, 0, 1, 1, 0]], parameters);
    expect(Object.keys(cache).join(" ")).toBe("Z1 A1 W1 b1 Z2 A2 W2 b2 Z3 A3 W3 b3");
    for (const l of [1, 2]) {
      expect(cache[`Z${l}`]?.flat().some((z) => z < 0)).toBe(true);
      expect(cache[`A${l}`]).toEqual(cache[`Z${l}`]?.map((row) => row.map((z) => (z > 0 ? z : 0))));
    }
    const predictions = (cache["Z3"]?.[0] ?? []).map((z) => 1 / (1 + Math.exp(-z)));
    expect(cache["A3"]).toEqual([predictions]);
    const costs = predictions.map((a, j) => -Math.log([1, 0, 0, 1, 1, 0][j] === 1 ? a : 1 - a));
    expect(cost).toBeCloseTo(costs.reduce((sum, each) => sum + each, 0) / 6, 12);
    expect(Object.fromEntries(["W1", "b1", "W2", "b2", "W3", "b3"].map((name) => [name, cache[name]]))).toEqual(
      parameters,
    );
  });

  test("forwardPropagationN() names an input that does not fit", () => {
    const parameters = vectorToDictionary(counted);
    expect(() => forwardPropagationN(zeros(3, 2), [[1, 0]], parameters)).toThrow(
      "Cannot propagate forward: X has the shape [3, 2], must be [4, 2] by rows",
    );
    expect(() => forwardPropagationN(zeros(4, 2), [[1]], parameters)).toThrow(
      "Cannot propagate forward: Y has the shape [1, 1], must be [1, 2] by rows",
    );
    const flat = [1, 0] as unknown as Matrix;
    expect(() => forwardPropagationN(zeros(4, 2), flat, parameters)).toThrow("Y has the shape [2], must be [1, 2]");
    expect(() => forwardPropagationN(zeros(4, 0), [[]], parameters)).toThrow(RangeError);
  });
});
