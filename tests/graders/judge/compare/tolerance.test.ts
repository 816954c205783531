import { expect, test } from "vitest";
import {
  appliedAtol,
  appliedAtolOfNumber,
  measureError,
  unravelIndex,
  withinTolerance,
} from "../../../../graders/judge/compare/tolerance.ts";
import { array } from "../../build-value.ts";

test("withinTolerance() includes the bound and measures from the expected value", () => {
  expect(withinTolerance(8, 8.75, 0.0625, 0.25)).toBe(true);
  expect(withinTolerance(8, 8.7501, 0.0625, 0.25)).toBe(false);
  expect(withinTolerance(100, 110, 0.1, 0)).toBe(true);
  expect(withinTolerance(90, 100, 0.1, 0)).toBe(false);
});

test("withinTolerance() takes -0 for 0 under zero tolerance", () => {
  expect(withinTolerance(0, -0, 0, 0)).toBe(true);
});

test("withinTolerance() matches non-finite values exactly, whatever the tolerance", () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1];
  for (const rtol of [0, 0.5]) {
    for (const [i, expected] of values.entries()) {
      for (const [j, actual] of values.entries()) expect(withinTolerance(expected, actual, rtol, 1)).toBe(i === j);
    }
  }
});

test("appliedAtol() is the stated tolerance if the values are large or all zero", () => {
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

test("measureError() takes the largest error if every tolerance is zero, and the first among equals", () => {
  const error = measureError(array([4], [0, 0, 0, 0]), array([4], [0, 1, 3, -3]), 0, 0);
  expect(error).toEqual({
    worst: 2,
    first: 1,
    excess: Number.POSITIVE_INFINITY,
    differing: 3,
    maxAbsoluteError: 3,
    maxRelativeError: undefined,
    nonFinite: false,
  });
});

test("measureError() counts only what is out of tolerance", () => {
  const error = measureError(array([3], [1, 1e-3, 100]), array([3], [1.5, 1.5e-3, 101]), 0.25, 1e-3);
  expect(error).toMatchObject({ worst: 0, differing: 1, maxAbsoluteError: 0.5, maxRelativeError: 0.5 });
});

test("unravelIndex() counts the last axis fastest", () => {
  expect(unravelIndex(5, [2, 3])).toEqual([1, 2]);
  expect(unravelIndex(23, [2, 3, 4])).toEqual([1, 2, 3]);
  expect(unravelIndex(0, [])).toEqual([]);
});
