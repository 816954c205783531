import { expect, test } from "vitest";
import { withinTolerance } from "../../../../graders/judge/compare/within-tolerance.ts";

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
