import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatNumber,
  formatPair,
  phraseDuration,
  scorePercent,
} from "../../../../reports/phrasing/text/format-number.ts";

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

test("formatNumber() writes the names of numbers that JSON cannot hold", () => {
  expect(["NaN" as const, "-Infinity" as const].map((value) => formatNumber(value))).toEqual(["NaN", "-Infinity"]);
});

test("formatPair() takes as many digits as different numbers need to look different", () => {
  expect(formatPair(0.3141592741, 0.3141591251)).toEqual(["0.3141593", "0.3141591"]);
  expect(formatPair(1, 1 + Number.EPSILON)).toEqual(["1", "1.0000000000000002"]);
  expect(formatPair(0.25, 0.5)).toEqual(["0.25", "0.5"]);
  expect(formatPair(1 / 3, 1 / 3)).toEqual(["0.333333", "0.333333"]);
});

test.each([
  [36.67, 100, 37],
  [28.5, 100, 29],
  [0.285, 1, 29],
  [57, 100, 57],
  [2, 3, 67],
  [1, 3, 33],
  [99.6, 100, 99],
  [0.2, 100, 1],
  [0, 100, 0],
  [100, 100, 100],
  [0, 0, 0],
])("scorePercent() reads %d of %d as %d", (score, maxScore, percent) => {
  expect(scorePercent(score, maxScore)).toBe(percent);
});

test("scorePercent() is at most half a percent off, 100 only for a full score and 0 only for none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (maxScore, part) => {
      const score = Math.min(part, maxScore);
      const percent = scorePercent(score, maxScore);
      expect(percent === 100).toBe(score === maxScore);
      expect(percent === 0).toBe(score === 0);
      const exact = (100 * score) / maxScore;
      if (exact >= 1 && exact <= 99) expect(Math.abs(percent - exact)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});

test("phraseDuration() names the two largest units", () => {
  expect([0, 1, 59, 60, 3661, 7200, 86_400, 86_401, 97_261].map(phraseDuration)).toEqual([
    "0 seconds",
    "1 second",
    "59 seconds",
    "1 minute",
    "1 hour and 1 minute",
    "2 hours",
    "1 day",
    "1 day and 1 second",
    "1 day and 3 hours",
  ]);
});
