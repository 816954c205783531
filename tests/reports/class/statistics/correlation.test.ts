import fc from "fast-check";
import { expect, test } from "vitest";
import { correlation } from "../../../../reports/class/statistics/correlation.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
  minLength: 2,
  maxLength: 30,
});

test("correlation() gives Pearson's coefficient", () => {
  // Deviations -1.5 -0.5 0.5 1.5 and -1 -2 1 2: 6 / sqrt(5 * 10).
  expect(correlation([1, 2, 3, 4], [2, 1, 4, 5])).toBeCloseTo(6 / Math.sqrt(50), 12);
  expect(correlation([1, 2, 3], [5, 3, 1])).toBeCloseTo(-1, 12);
});

test("correlation() is null without variance on either side", () => {
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(correlation([1, 2, 3], [4, 4, 4])).toBeNull();
  expect(correlation([1], [2])).toBeNull();
});

test("correlation() is symmetric, from -1 to 1, and blind to units", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const [xs, ys] = [list.map(([x]) => x), list.map(([, y]) => y)];
      const found = correlation(xs, ys);
      if (found === null) return;
      expect(Math.abs(found)).toBeLessThanOrEqual(1);
      expect(correlation(ys, xs)).toBeCloseTo(found, 9);
      expect(
        correlation(
          xs.map((x) => 5 * x + 2),
          ys,
        ),
      ).toBeCloseTo(found, 9);
    }),
  );
});
