import fc from "fast-check";
import { expect, test } from "vitest";
import { scorePercent } from "../../../../reports/phrasing/text/format-points.ts";

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

test("scorePercent() is at most half a percent off, reads 100 for all alone and 0 for nothing alone", () => {
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
