import { describe, expect, test } from "vitest";
import { recordValue, tensorValue } from "../../../assignments/values/case-value.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { properties } from "../../../assignments/w1-initialization/properties.ts";

const dims = (...widths: number[]): Value => ({
  kind: "array",
  shape: [widths.length],
  data: Float64Array.from(widths),
});

/** Ids of the properties that an answer has not. */
function broken(exercise: string, widths: Value, actual: Value): string[] {
  const facts = { args: [widths], actual, expected: actual, others: [] };
  return (properties[exercise] ?? []).filter((each) => !each.holds(facts)).map(({ id }) => id);
}

/** One layer of 100 inputs and 120 units, drawn with another spread and mean. */
function wideLayer(deviation: number, mean = 0): Value {
  const draws = new RandomState(5).randn(12_000).map((draw) => mean + deviation * draw);
  return recordValue([
    ["W1", tensorValue([120, 100], draws)],
    ["b1", tensorValue([120, 1], new Float64Array(120))],
  ]);
}

describe("properties of w1-initialization", () => {
  const he = Math.sqrt(2 / 100);

  test.each([
    ["initializeParametersHe", he, []],
    ["initializeParametersHe", 0.9 * he, ["spread-he"]],
    ["initializeParametersHe", 1.1 * he, ["spread-he"]],
    ["initializeParametersRandom", 10, []],
    ["initializeParametersRandom", 9, ["spread-ten"]],
  ] as const)("%s: weights of standard deviation %f break %j", (exercise, deviation, expected) => {
    expect(broken(exercise, dims(100, 120), wideLayer(deviation))).toEqual(expected);
  });

  test("initializeParametersHe: weights around a mean other than 0 break spread-he", () => {
    expect(broken("initializeParametersHe", dims(100, 120), wideLayer(he, he / 5))).toEqual(["spread-he"]);
  });

  test.each(Object.keys(properties))("%s: tensors that are not float32 break float32", (exercise) => {
    const zeros = (dtype: "float32" | "int32", shape: number[]): Value => {
      const data = dtype === "int32" ? new Int32Array(2) : new Float32Array(2);
      return { kind: "tensor", dtype, shape, data, variable: false };
    };
    const answer = (W: "float32" | "int32", b: "float32" | "int32"): Value =>
      recordValue([
        ["W1", zeros(W, [2, 1])],
        ["b1", zeros(b, [2, 1])],
      ]);
    expect(broken(exercise, dims(1, 2), answer("float32", "float32"))).not.toContain("float32");
    expect(broken(exercise, dims(1, 2), answer("float32", "int32"))).toContain("float32");
    expect(broken(exercise, dims(1, 2), answer("int32", "float32"))).toContain("float32");
  });

  test("initializeParametersRandom: few weights have any spread", () => {
    const one = recordValue([
      ["W1", tensorValue([1, 1], [0.1])],
      ["b1", tensorValue([1, 1], [0])],
    ]);
    expect(broken("initializeParametersRandom", dims(1, 1), one)).toEqual([]);
  });

  test("units that start alike, biases that are not zero and keys that are too many are named", () => {
    const answer = recordValue([
      ["W1", tensorValue([2, 2], [1, 2, 1, 2])],
      ["b1", tensorValue([2, 1], [0, 0.1])],
      ["W2", tensorValue([1, 2], [1, 2])],
    ]);
    expect(broken("initializeParametersHe", dims(2, 2), answer)).toEqual([
      "shapes-chain",
      "biases-zero",
      "units-differ",
    ]);
  });

  test("initializeParametersZeros: transposed shapes and weights that are not zero are named", () => {
    const answer = recordValue([
      ["W1", tensorValue([3, 2], [0, 0, 0, 0, 0, 1e-9])],
      ["b1", tensorValue([2, 1], [0, 0])],
    ]);
    expect(broken("initializeParametersZeros", dims(3, 2), answer)).toEqual(["shapes-chain", "weights-zero"]);
  });
});
