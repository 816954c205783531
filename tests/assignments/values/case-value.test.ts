import { describe, expect, test } from "vitest";
import { recordValue, tensorValue } from "../../../assignments/values/case-value.ts";

describe("tensorValue()", () => {
  test("tensorValue() rounds to float32 and refuses data that does not fill the shape", () => {
    const { data, shape, dtype } = tensorValue([1, 2], [0.1, 1]);
    expect([[...data], shape, dtype]).toEqual([[Math.fround(0.1), 1], [1, 2], "float32"]);
    expect(() => tensorValue([2, 2], [1, 2, 3])).toThrow(
      new RangeError("Cannot make a tensor: data has 3 elements, shape [2, 2] needs 4"),
    );
  });
});

describe("recordValue()", () => {
  test("recordValue() keeps the order of its entries", () => {
    const value = { kind: "undefined" } as const;
    expect(
      recordValue([
        ["W1", value],
        ["b1", value],
      ]).entries.map(([key]) => key),
    ).toEqual(["W1", "b1"]);
  });
});
