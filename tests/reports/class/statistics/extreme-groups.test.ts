import fc from "fast-check";
import { expect, test } from "vitest";
import { extremeGroups, upperLowerIndex } from "../../../../reports/class/statistics/extreme-groups.ts";
import { sum } from "../../../../reports/class/statistics/sample-statistics.ts";

test("extremeGroups() takes 27 % from either end, and shares the last places among equal totals", () => {
  // Of ten students three: 9, 8, and one of two with 7; 0, and two of three with 2.
  expect(extremeGroups([9, 8, 7, 7, 5, 4, 2, 2, 2, 0])).toEqual({
    size: 3,
    upper: [1, 1, 0.5, 0.5, 0, 0, 0, 0, 0, 0],
    lower: [0, 0, 0, 0, 0, 0, expect.closeTo(2 / 3), expect.closeTo(2 / 3), expect.closeTo(2 / 3), 1],
  });
});

test("extremeGroups() is undefined for fewer than ten students, and where all have the same total", () => {
  expect(extremeGroups([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  expect(extremeGroups(Array.from({ length: 50 }, () => 0.1 + 0.2))).toBeUndefined();
  expect(extremeGroups([])).toBeUndefined();
});

test("upperLowerIndex() is the difference of the means, whatever the order of the students", () => {
  const totals = [9, 8, 7, 7, 5, 4, 2, 2, 2, 0];
  const shares = [1, 1, 1, 0, 1, 0, 0, 1, 0, 0];
  const index = (order: readonly number[]): number | undefined => {
    const groups = extremeGroups(order.map((at) => totals[at] ?? 0));
    return (
      groups &&
      upperLowerIndex(
        groups,
        order.map((at) => shares[at] ?? 0),
      )
    );
  };
  const expected = (1 + 1 + 0.5) / 3 - 2 / 3 / 3;
  fc.assert(
    fc.property(fc.shuffledSubarray([...totals.keys()], { minLength: 10 }), (order) => {
      expect(index(order)).toBeCloseTo(expected, 12);
    }),
  );
});

test("extremeGroups() has as much of the class in each group as their size says", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10, maxLength: 200 }), (totals) => {
      const groups = extremeGroups(totals);
      if (groups === undefined) return;
      expect(sum(groups.upper)).toBeCloseTo(groups.size, 9);
      expect(sum(groups.lower)).toBeCloseTo(groups.size, 9);
      expect(groups.size).toBe(Math.round(0.27 * totals.length));
    }),
  );
});
