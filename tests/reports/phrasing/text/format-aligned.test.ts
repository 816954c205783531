import { expect, test } from "vitest";
import { formatAligned } from "../../../../reports/phrasing/text/format-aligned.ts";

test("formatAligned() puts decimal points in line and leaves exact zeros short", () => {
  expect(formatAligned([1.63534451, -0.0623, 0, 2])).toEqual(["1.63534", "-0.06230", "0      ", "2.00000"]);
  expect(formatAligned([1, 20, -3])).toEqual(["1", "20", "-3"]);
  expect(formatAligned([0.5, 0.25])).toEqual(["0.50", "0.25"]);
});

test("formatAligned() writes each number for itself where a common format would lose one", () => {
  expect(formatAligned([1.63534451, 0.0000301])).toEqual(["1.63534", "3.01e-5"]);
  expect(formatAligned([0.07, 0.5])).toEqual(["0.07", "0.50"]);
});

test("formatAligned() keeps non-finite values", () => {
  expect(formatAligned(["NaN", 0.5]).map((text) => text.trim())).toEqual(["NaN", "0.5"]);
});
