import { expect, test } from "vitest";
import { appliedAtol, appliedAtolOfNumber } from "../../../../graders/judge/compare/applied-atol.ts";

test("appliedAtol() is the stated one where the values are large or all zero", () => {
  expect(appliedAtol(Float32Array.of(0, 1, 0.5), 1e-6)).toBe(1e-6);
  expect(appliedAtol(Float32Array.of(0, -0), 1e-6)).toBe(1e-6);
  expect(appliedAtol(new Float32Array(0), 1e-6)).toBe(1e-6);
});

test("appliedAtol() is a thousandth of the largest finite magnitude where the values are small", () => {
  expect(appliedAtol(Float64Array.of(1e-9, -4e-9, Number.NEGATIVE_INFINITY, Number.NaN), 1e-6)).toBeCloseTo(4e-12, 20);
  expect(appliedAtol(Float64Array.of(Number.POSITIVE_INFINITY, 0), 1e-6)).toBe(1e-6);
});

test("appliedAtolOfNumber() agrees with appliedAtol() of one element", () => {
  for (const value of [0, 1, -1e-9, 5e-324, 1e-3, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(appliedAtolOfNumber(value, 1e-6)).toBe(appliedAtol(Float64Array.of(value), 1e-6));
  }
});
