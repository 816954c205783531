import { expect, test } from "vitest";
import { roundPoints, sumPoints } from "../../../assignments/values/round-points.ts";

test("roundPoints() rounds halves up, also where binary fractions fall just below them", () => {
  expect([1.005, 0.285, 2.675, 1.004999, 3].map(roundPoints)).toEqual([1.01, 0.29, 2.68, 1, 3]);
});

test("roundPoints() knows no negative zero", () => {
  expect(roundPoints(-0.001)).toBe(0);
});

test("sumPoints() leaves no dust of binary fractions", () => {
  expect(sumPoints([0.1, 0.2])).toBe(0.3);
  expect(sumPoints([])).toBe(0);
});
