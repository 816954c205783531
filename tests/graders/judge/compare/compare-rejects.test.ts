import { describe, expect, test } from "vitest";
import type { Value } from "../../../../assignments/values/value.ts";
import { array, filled, list, number, record, tensor } from "../../build-value.ts";
import { four, judge, W1 } from "./judge.ts";

describe("compare() rejects", () => {
  test("{} for a record of four tensors", () => {
    expect(judge(four, record({}))).toEqual({ code: "missing-keys", path: "", keys: ["W1", "W2", "b1", "b2"] });
  });

  test("one of four keys, even where that one is wrong too", () => {
    expect(judge(four, record({ W1: filled([3, 4], 0) }))).toEqual({
      code: "missing-keys",
      path: "",
      keys: ["W2", "b1", "b2"],
      alsoAt: ["W1"],
    });
  });

  test("a surplus key and a repeated one", () => {
    const extra: Value = { kind: "record", entries: [...four.entries, ["b1", filled([4, 1], 0.5)], ["A1", W1]] };
    expect(judge(four, extra)).toEqual({ code: "extra-keys", path: "", keys: ["A1", "b1"] });
    const repeated: Value = {
      kind: "record",
      entries: [
        ["a", number(1)],
        ["a", number(2)],
      ],
    };
    expect(judge(record({ a: number(1), b: number(2) }), repeated)).toMatchObject({
      code: "missing-keys",
      keys: ["b"],
    });
  });

  test("a key under another name, naming both", () => {
    expect(judge(record({ train: number(1), dev: number(2) }), record({ train: number(1), rest: number(2) }))).toEqual({
      ...{ code: "missing-keys", path: "", keys: ["dev"], surplusKeys: ["rest"] },
    });
  });

  test("a thousand surplus keys, listing 20 and cutting their text", () => {
    const entries = Array.from({ length: 1000 }, (_, i): [string, Value] => [`${"k".repeat(200)}${i}`, number(i)]);
    const mismatch = judge(record({}), { kind: "record", entries });
    expect(mismatch?.keys).toHaveLength(20);
    expect(mismatch?.keys?.[0]).toHaveLength(80);
  });

  test("an empty list for a pair, only the first of a pair, and a third item", () => {
    const pair = list(W1, W1);
    expect(judge(pair, list())).toEqual({ code: "length", path: "", expectedLength: 2, actualLength: 0 });
    expect(judge(pair, list(W1))).toMatchObject({ code: "length", expectedLength: 2, actualLength: 1 });
    expect(judge(pair, list(W1, W1, W1))).toMatchObject({ code: "length", expectedLength: 2, actualLength: 3 });
    expect(judge(pair, W1)).toMatchObject({ code: "kind", expectedKind: "list", actualKind: "tensor" });
  });

  test("a scalar for a [4,3] tensor of that value", () => {
    const expected = filled([4, 3], 0.5);
    const shapes = { code: "shape", expectedShape: [4, 3], actualShape: [] };
    expect(judge(expected, number(0.5))).toMatchObject(shapes);
    expect(judge(expected, tensor([], [0.5]))).toMatchObject(shapes);
  });

  test("shape [1,3] for [4,3], and an empty tensor", () => {
    const expected = filled([4, 3], 0.5);
    expect(judge(expected, filled([1, 3], 0.5))).toMatchObject({ code: "shape", actualShape: [1, 3] });
    expect(judge(expected, tensor([0], []))).toMatchObject({ code: "shape", actualShape: [0] });
    expect(judge(expected, tensor([0, 3], []))).toMatchObject({ code: "shape", actualShape: [0, 3] });
  });

  test("[1,1] and [1] for a scalar, with both shapes", () => {
    for (const shape of [[1, 1], [1]]) {
      const shapes = { code: "shape", expectedShape: [], actualShape: shape };
      expect(judge(number(0.5), tensor(shape, [0.5]))).toMatchObject(shapes);
      expect(judge(tensor([], [0.5]), tensor(shape, [0.5]))).toMatchObject(shapes);
    }
  });

  test("a nested array for a tensor or a number, and a tensor for a nested array", () => {
    const nested = array([2], [1, 2]);
    const kinds = { code: "kind", expectedKind: "tensor", actualKind: "array" };
    expect(judge(tensor([2], [1, 2]), nested)).toMatchObject(kinds);
    expect(judge(nested, tensor([2], [1, 2]))).toMatchObject({ code: "kind", actualKind: "tensor" });
    expect(judge(number(1), array([1], [1]))).toMatchObject({ code: "kind", expectedKind: "number" });
  });

  test("an empty list and ragged rows for a nested array", () => {
    const nested = array([2, 2], [1, 2, 3, 4]);
    expect(judge(nested, list())).toMatchObject({ code: "length", expectedLength: 2, actualLength: 0 });
    const ragged = list(array([2], [1, 2]), array([3], [3, 4, 5]));
    expect(judge(nested, ragged)).toMatchObject({ code: "shape", path: "[1]", expectedShape: [2], actualShape: [3] });
    expect(judge(ragged, nested)).toMatchObject({ code: "shape", path: "[1]", expectedShape: [3], actualShape: [2] });
  });

  test("all-zero gradients where the true ones are about 1e-9, for tensors and numbers", () => {
    const gradients = tensor([2, 2], [1e-9, -2e-9, 3e-9, 0]);
    expect(judge(gradients, filled([2, 2], 0))).toMatchObject({ code: "values", differing: 3, total: 4 });
    expect(judge(gradients, filled([2, 2], 0))?.atol).toBeCloseTo(3e-12, 16);
    expect(judge(number(1e-9), number(0))).toMatchObject({ code: "values", atol: 1e-9 * 1e-3 });
  });

  test("anything but zeros for zeros under rtol 0 and atol 0", () => {
    expect(judge(filled([2], 0), filled([2], 0), { rtol: 0, atol: 0 })).toBeUndefined();
    const mismatch = judge(filled([2], 0), tensor([2], [0, 1e-30]), { rtol: 0, atol: 0 });
    expect(mismatch).toMatchObject({ code: "values", index: [1], atol: 0, differing: 1 });
    expect(mismatch).not.toHaveProperty("maxRelativeError");
  });

  test("swapped entries", () => {
    expect(judge(tensor([2], [1, 2]), tensor([2], [2, 1]))).toMatchObject({ code: "values", differing: 2 });
  });

  test("NaN where the reference is finite, and any finite value where it is not", () => {
    const finite = tensor([2, 2], [1, 2, 3, 4]);
    expect(judge(finite, tensor([2, 2], [1, 2, Number.NaN, 9]))).toMatchObject({
      code: "non-finite",
      index: [1, 0],
      expectedAt: 3,
      actualAt: "NaN",
      maxAbsoluteError: "Infinity",
      differing: 2,
    });
    const infinite = number(Number.POSITIVE_INFINITY);
    expect(judge(infinite, number(1e308))).toMatchObject({ code: "non-finite", expectedAt: "Infinity" });
    expect(judge(infinite, number(Number.NEGATIVE_INFINITY))).toMatchObject({ code: "non-finite" });
    expect(judge(number(Number.NaN), number(0))).toMatchObject({ code: "non-finite", expectedAt: "NaN" });
    expect(judge(number(0), number(Number.NaN), { atol: 1 })).toMatchObject({ code: "non-finite" });
  });

  test("another text, another truth value, and a number for a truth value", () => {
    const text: Value = { kind: "string", value: "high bias" };
    expect(judge(text, { kind: "string", value: "high variance" })).toMatchObject({ code: "values", differing: 1 });
    const truth: Value = { kind: "boolean", value: true };
    expect(judge(truth, { kind: "boolean", value: false })).toMatchObject({
      ...{ code: "values", expectedValue: "true", actualValue: "false" },
    });
    expect(judge(truth, number(1))).toMatchObject({ code: "kind", expectedKind: "boolean", actualKind: "number" });
    expect(judge({ kind: "rng", seed: 1 }, { kind: "rng", seed: 2 })).toMatchObject({ code: "values" });
  });
});
