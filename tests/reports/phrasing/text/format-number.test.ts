import { expect, test } from "vitest";
import { formatNumber, formatPair } from "../../../../reports/phrasing/text/format-number.ts";

test("formatNumber() writes six significant digits without trailing zeros", () => {
  const numbers = [
    0, -0, 0.5, 0.10000000149011612, -12.3456789, 12288, 123456.789, 1.5e7, 1.5e9, 0.0000123456789, 1e-300,
  ];
  expect(numbers.map((value) => formatNumber(value))).toEqual([
    "0",
    "0",
    "0.5",
    "0.1",
    "-12.3457",
    "12288",
    "123457",
    "15000000",
    "1.5e+9",
    "1.23457e-5",
    "1e-300",
  ]);
});

test("formatNumber() writes the names of numbers that JSON has not", () => {
  expect(["NaN" as const, "-Infinity" as const].map((value) => formatNumber(value))).toEqual(["NaN", "-Infinity"]);
});

test("formatPair() takes as many digits as different numbers need to look different", () => {
  expect(formatPair(0.3141592741, 0.3141591251)).toEqual(["0.3141593", "0.3141591"]);
  expect(formatPair(1, 1 + Number.EPSILON)).toEqual(["1", "1.0000000000000002"]);
  expect(formatPair(0.25, 0.5)).toEqual(["0.25", "0.5"]);
  expect(formatPair(1 / 3, 1 / 3)).toEqual(["0.333333", "0.333333"]);
});
