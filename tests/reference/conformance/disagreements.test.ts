import { describe, expect, test } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { disagreements } from "../../../reference/conformance/disagreements.ts";

const tolerance = { rtol: 0, atol: 1e-3 };
const tensor = (shape: number[], data: number[]): Value => ({
  kind: "tensor",
  dtype: "float32",
  shape,
  data: Float32Array.from(data),
  variable: false,
});

describe("disagreements()", () => {
  test("is empty within the tolerance, for tensors, nested arrays and scalars of either form", () => {
    const nested: Value = { kind: "array", shape: [1, 2], data: Float64Array.of(1, 2) };
    const course = { shape: [1, 2], data: [1, 2.0005] };
    expect(disagreements(tensor([1, 2], [1, 2]), course, tolerance, "W1")).toEqual([]);
    expect(disagreements(nested, course, tolerance, "W1")).toEqual([]);
    expect(disagreements(tensor([], [2]), 2, tolerance, "cost")).toEqual([]);
  });

  test("names the place of each number that is off, another shape, and missing or extra members", () => {
    const dictionary: Value = { kind: "record", entries: [["W1", tensor([2, 1], [1, 5])]] };
    const W1 = { shape: [2, 1], data: [1, 2] };
    expect(disagreements(dictionary, { W1 }, tolerance, "grads")).toEqual(["grads.W1[1]: off by 3"]);
    expect(disagreements(dictionary, { b1: W1 }, tolerance, "grads")).toEqual(["grads.b1: missing"]);
    expect(disagreements(dictionary, { W1, b1: W1 }, tolerance, "grads")).toEqual(["grads: 1 entries, not 2"]);
    expect(disagreements(tensor([2], [1, 2]), W1, tolerance, "W1")).toEqual(["W1: shape [2], not [2, 1]"]);
    expect(disagreements({ kind: "undefined" }, W1, tolerance, "W1")).toEqual(["W1: undefined, not a tensor"]);
  });

  test("compares truth values, and nested arrays of numbers with lists of lists", () => {
    const flags: Value = { kind: "record", entries: [["highBias", { kind: "boolean", value: true }]] };
    expect(disagreements(flags, { highBias: true }, tolerance, "result")).toEqual([]);
    expect(disagreements(flags, { highBias: false }, tolerance, "result")).toEqual([
      "result.highBias: true, not false",
    ]);
    expect(disagreements({ kind: "number", value: 1 }, true, tolerance, "r")).toEqual(["r: number, not a boolean"]);
    const nested: Value = { kind: "array", shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) };
    const rows = [
      [1, 2],
      [3, 4],
    ];
    expect(disagreements(nested, rows, tolerance, "K")).toEqual([]);
    expect(disagreements(nested, [[1, 2]], tolerance, "K")).toEqual(["K: 2 entries, not 1"]);
    expect(disagreements(nested, rows.toReversed(), tolerance, "K")).toEqual([
      "K.0.0: off by 2",
      "K.0.1: off by 2",
      "K.1.0: off by 2",
      "K.1.1: off by 2",
    ]);
  });

  test("lets NaN agree with nothing", () => {
    expect(disagreements({ kind: "number", value: Number.NaN }, 1, tolerance, "cost")).toEqual(["cost: off by NaN"]);
  });
});
