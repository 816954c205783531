import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreHistogram } from "../../../../reports/class/statistics/score-histogram.ts";

test("scoreHistogram() counts a left edge in its bin and the full score in the last", () => {
  const bins = scoreHistogram([0, 9.99, 10, 90, 99, 100], 100);
  expect(bins).toHaveLength(10);
  expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 3]);
  expect(bins.at(-1)).toEqual({ from: 90, to: 100, count: 3 });
});

test("scoreHistogram() takes the narrowest round width that twelve bins allow", () => {
  const edges = (maxScore: number) => scoreHistogram([], maxScore).map(({ to }) => to);
  expect(edges(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(edges(90)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(edges(25)).toEqual([2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 22.5, 25]);
  expect(edges(55)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]);
  expect(edges(125)).toEqual([20, 40, 60, 80, 100, 120, 125]);
  expect(edges(0)).toEqual([0]);
});

test("scoreHistogram() gives scores above the full one a bin of their own", () => {
  expect(scoreHistogram([10, 10.5, 1e9], 10).slice(-2)).toEqual([
    { from: 9, to: 10, count: 1 },
    { from: 10, to: null, count: 2 },
  ]);
});

test("scoreHistogram() counts every student once, in a bin that holds the score, for any full score", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 5000, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
      (maxScore, shares) => {
        const bins = scoreHistogram(
          shares.map((share) => share * maxScore),
          maxScore,
        );
        expect(bins.length).toBeLessThanOrEqual(12);
        expect(bins.reduce((total, { count }) => total + count, 0)).toBe(shares.length);
        for (const share of shares) {
          const alone = scoreHistogram([share * maxScore], maxScore).find(({ count }) => count === 1);
          expect(alone?.from).toBeLessThanOrEqual(share * maxScore + 1e-6);
          expect(alone?.to).toBeGreaterThanOrEqual(share * maxScore - 1e-6);
        }
      },
    ),
  );
});
