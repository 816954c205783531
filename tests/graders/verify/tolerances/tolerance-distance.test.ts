import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../../assignments/values/value.ts";
import { agree } from "../../../../graders/judge/compare/agree.ts";
import { toleranceDistance } from "../../../../graders/verify/tolerances/tolerance-distance.ts";

const comparison: Comparison = { rtol: 1e-3, atol: 0, dtype: "float" };
const number = (value: number): Value => ({ kind: "number", value });
const record = (entries: Readonly<Record<string, Value>>): Value => ({
  kind: "record",
  entries: Object.entries(entries),
});
const array = (...data: number[]): Value => ({ kind: "array", shape: [data.length], data: Float64Array.from(data) });

describe("toleranceDistance()", () => {
  test("counts in units of the tolerance", () => {
    expect(toleranceDistance(number(100), number(100.05), comparison)).toBeCloseTo(0.5);
    expect(toleranceDistance(number(100), number(101), comparison)).toBeCloseTo(10);
  });

  test("takes the largest distance over elements and members", () => {
    const expected = record({ W1: array(1, 2), b1: array(4) });
    const actual = record({ b1: array(4.008), W1: array(1.005, 2) });
    expect(toleranceDistance(expected, actual, comparison)).toBeCloseTo(5);
  });

  test("caps the absolute tolerance as the comparison does", () => {
    const wide = { ...comparison, rtol: 0, atol: 1 };
    expect(toleranceDistance(number(10), number(10.1), wide)).toBeCloseTo(10);
    expect(agree(number(10), number(10.1), wide, undefined, "")).toBe(false);
  });

  test("is infinite for a tensor where a list is expected, and the reverse, but a scalar is a number", () => {
    const tensor = (shape: number[], ...data: number[]): Value => ({
      kind: "tensor",
      dtype: "int32",
      shape,
      data: Int32Array.from(data),
      variable: false,
    });
    expect(toleranceDistance(array(2, 0), tensor([2], 2, 0), comparison)).toBe(Number.POSITIVE_INFINITY);
    expect(toleranceDistance(tensor([2], 2, 0), array(2, 0), comparison)).toBe(Number.POSITIVE_INFINITY);
    expect(toleranceDistance(number(2), tensor([], 2), comparison)).toBe(0);
  });

  test("is infinite for another form and for anything but 0 under an exact comparison", () => {
    const exact = { ...comparison, rtol: 0 };
    expect(toleranceDistance(array(1), array(1, 2), comparison)).toBe(Number.POSITIVE_INFINITY);
    expect(toleranceDistance(record({ a: number(1) }), record({ b: number(1) }), comparison)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(toleranceDistance(number(1), number(1 + Number.EPSILON), exact)).toBe(Number.POSITIVE_INFINITY);
    expect(toleranceDistance(number(1), number(1), exact)).toBe(0);
    expect(toleranceDistance(number(1), number(Number.NaN), comparison)).toBe(Number.POSITIVE_INFINITY);
  });
});
