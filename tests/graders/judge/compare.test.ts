import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { compare } from "../../../graders/judge/compare.ts";
import { array, filled, list, number, record, tensor } from "../build-value.ts";
import { four, judge, W1 } from "./compare/judge.ts";

describe("compare() accepts", () => {
  test("0.1 + 0.2 for 0.3 under the default tolerance", () => {
    expect(judge(number(0.3), number(0.1 + 0.2))).toBeUndefined();
  });

  test("a number for a rank-0 tensor, and the reverse", () => {
    expect(judge(tensor([], [0.3]), number(0.3))).toBeUndefined();
    expect(judge(number(0.3), tensor([], [0.3]))).toBeUndefined();
  });

  test("records with their keys in another order, and undefined members as absent", () => {
    const actual: Value = {
      kind: "record",
      entries: [...four.entries.toReversed(), ["W3", { kind: "undefined" }]],
    };
    expect(judge(four, actual)).toBeUndefined();
  });

  test("the same non-finite values, and -0 for 0", () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    expect(judge(tensor([4], values), tensor([4], [...values.slice(0, 3), -0]))).toBeUndefined();
  });

  test("noise below atol in a zero element of a tensor that has larger ones", () => {
    expect(judge(tensor([2], [1, 0]), tensor([2], [1, 5e-7]))).toBeUndefined();
  });

  test("an empty list for an empty array, and a list of scalar tensors for an array of numbers", () => {
    expect(judge(array([0], []), list())).toBeUndefined();
    expect(judge(list(), array([0], []))).toBeUndefined();
    expect(judge(array([2], [1, 2]), list(tensor([], [1]), number(2)))).toBeUndefined();
    expect(judge(list(tensor([], [1]), number(2)), array([2], [1, 2]))).toBeUndefined();
  });

  test("equal texts, truth values and nothing at all", () => {
    expect(judge({ kind: "string", value: "high bias" }, { kind: "string", value: "high bias" })).toBeUndefined();
    expect(judge({ kind: "boolean", value: true }, { kind: "boolean", value: true })).toBeUndefined();
    expect(judge({ kind: "undefined" }, { kind: "undefined" })).toBeUndefined();
  });
});

describe("compare() judges dtypes", () => {
  const ones = [1, 0, 1];

  test("float: int32 and bool are wrong where float32 is expected, before the values are looked at", () => {
    const expected = tensor([3], [1, 0, 2]);
    expect(judge(expected, tensor([3], ones, "bool"), { dtype: "float" })).toMatchObject({
      code: "dtype",
      expectedDtype: "float32",
      actualDtype: "bool",
    });
    expect(judge(expected, tensor([3], [1, 0, 2], "int32"), { dtype: "float" })?.code).toBe("dtype");
    expect(judge(expected, tensor([3], [1, 0, 2]), { dtype: "float" })).toBeUndefined();
  });

  test("float: an expected mask is compared by value", () => {
    for (const dtype of ["bool", "int32", "float32"] as const) {
      expect(judge(tensor([3], ones, "bool"), tensor([3], ones, dtype), { dtype: "float" })).toBeUndefined();
    }
  });

  test("int: bool and whole float32 agree, fractions do not, and NaN is a wrong value", () => {
    const expected = tensor([3], ones, "int32");
    expect(judge(expected, tensor([3], ones, "bool"), { dtype: "int" })).toBeUndefined();
    expect(judge(expected, tensor([3], ones), { dtype: "int" })).toBeUndefined();
    expect(judge(expected, tensor([3], [1, 0, 0.5]), { dtype: "int" })).toMatchObject({
      code: "dtype",
      expectedDtype: "int32",
      actualDtype: "float32",
    });
    expect(judge(expected, tensor([3], [1, 0, Number.NaN]), { dtype: "int" })?.code).toBe("non-finite");
    const fractions = tensor([2], [0.5, 1.5]);
    expect(judge(fractions, tensor([2], [0.5, 1.5]), { dtype: "int" })).toBeUndefined();
  });

  test("any: every dtype agrees by value", () => {
    expect(judge(tensor([3], ones), tensor([3], ones, "bool"))).toBeUndefined();
    expect(judge(tensor([3], ones), tensor([3], [1, 1, 1], "bool"))).toMatchObject({ code: "values", index: [1] });
  });
});

describe("compare() names", () => {
  test("the worst element by error over tolerance, its values and the errors", () => {
    const expected = tensor([2, 2], [1000, 1, 0.5, 0.25]);
    const mismatch = judge(expected, tensor([2, 2], [1001, 1, 0.75, 0.25]));
    expect(mismatch).toMatchObject({
      code: "values",
      path: "",
      index: [1, 0],
      expectedAt: 0.5,
      actualAt: 0.75,
      maxAbsoluteError: 1,
      maxRelativeError: 0.5,
      differing: 2,
      total: 4,
      rtol: 1e-5,
      atol: 1e-6,
      expectedPreview: { shape: [2, 2], values: [1000, 1, 0.5, 0.25] },
      actualPreview: { shape: [2, 2], values: [1001, 1, 0.75, 0.25] },
    });
  });

  test("the index in an array where a list of scalars was returned", () => {
    const mismatch = judge(array([3], [1, 2, 3]), list(number(1), tensor([], [5]), number(3)));
    expect(mismatch).toMatchObject({ path: "", index: [1], expectedAt: 2, actualAt: 5, differing: 1, total: 3 });
  });

  test("an empty index for a scalar", () => {
    expect(judge(number(2), number(3))).toMatchObject({ index: [], expectedAt: 2, actualAt: 3, total: 1 });
  });

  test("the most severe place, and the others in order", () => {
    const expected = record({ parameters: four, v: record({ dW1: W1 }), s: list(number(1), record({ X: W1 })) });
    const actual = record({
      parameters: record({ W1: filled([4, 3], 0), b1: filled([4, 1], 0.5), W2: filled([4, 1], 0.25), b2: number(2) }),
      v: record({}),
      s: list(number(2), record({ X: filled([4, 3], 9) })),
    });
    expect(judge(expected, actual)).toEqual({
      code: "missing-keys",
      path: "v",
      keys: ["dW1"],
      alsoAt: ["parameters.W1", "parameters.W2", "parameters.b2", "s[0]", "s[1].X"],
    });
  });

  test("of equally severe places the one furthest out of tolerance", () => {
    const expected = record({ a: number(1), b: tensor([2], [1, 1]), c: number(1) });
    const actual = record({ a: number(1.1), b: tensor([2], [1, 1.5]), c: number(1.2) });
    expect(judge(expected, actual)).toMatchObject({ path: "b", index: [1], alsoAt: ["a", "c"] });
  });

  test("at most 20 other places", () => {
    const items = (value: number) => list(...Array.from({ length: 50 }, () => record({ x: number(value) })));
    expect(judge(items(1), items(2))?.alsoAt).toHaveLength(20);
  });

  test("the first 64 elements in the previews, non-finite ones by name", () => {
    const mismatch = judge(filled([10, 10], 1), tensor([10, 10], [Number.NEGATIVE_INFINITY, -0, ...Array(98).fill(1)]));
    expect(mismatch?.expectedPreview?.values).toHaveLength(64);
    expect(mismatch?.actualPreview).toMatchObject({ shape: [10, 10] });
    expect(mismatch?.actualPreview?.values.slice(0, 3)).toEqual(["-Infinity", 0, 1]);
  });

  test("the recognised relation among the findings", () => {
    const standard: Comparison = { rtol: 1e-5, atol: 1e-6, dtype: "float" };
    const context = { parameters: ["lambd"], args: [number(0.7)] };
    const expected = record({ dW1: W1 });
    const actual = record({
      dW1: tensor(
        [4, 3],
        Array.from(W1.data, (value) => value * 0.7),
      ),
    });
    expect(compare(expected, actual, standard, context)?.findings).toEqual([
      { code: "factor", factor: 0.7, named: "lambd" },
    ]);
  });
});
