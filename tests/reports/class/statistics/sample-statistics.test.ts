import fc from "fast-check";
import { expect, test } from "vitest";
import { correlation, quantile, variance } from "../../../../reports/class/statistics/sample-statistics.ts";

const sorted = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => values.toSorted((a, b) => a - b));
const share = fc.double({ min: 0, max: 1, noNaN: true });

test("quantile() gives the values of NumPy's percentile", () => {
  // Position 3 p: 0.75 lies between 1 and 3, 2.25 between 7 and 20.
  expect(quantile([1, 3, 7, 20], 0.25)).toBe(2.5);
  expect(quantile([1, 3, 7, 20], 0.5)).toBe(5);
  expect(quantile([1, 3, 7, 20], 0.75)).toBe(10.25);
  expect(quantile([4], 0.25)).toBe(4);
  expect(quantile([], 0.5)).toBeNull();
});

test("quantile() stays between smallest and largest and grows with the share", () => {
  fc.assert(
    fc.property(sorted, share, share, (values, p, q) => {
      const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
      expect(low).toBeGreaterThanOrEqual(values[0] ?? Number.NaN);
      expect(high).toBeLessThanOrEqual(values.at(-1) ?? Number.NaN);
      expect((high ?? 0) - (low ?? 0)).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});

test("variance() divides by one less than the count", () => {
  // Mean 5, squared deviations 9, 1, 1, 9.
  expect(variance([2, 4, 6, 8])).toBeCloseTo(20 / 3, 12);
  expect(variance([3])).toBe(0);
  expect(variance([])).toBe(0);
});

test("variance() is exactly 0 where values differ by rounding only", () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(variance([0.1 + 0.2, 0.3, 0.3])).toBe(0);
});

test("variance() does not change with a shift and grows with the square of a factor", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 }), (values) => {
      expect(variance(values.map((value) => value + 7))).toBeCloseTo(variance(values), 6);
      expect(variance(values.map((value) => value * 3))).toBeCloseTo(9 * variance(values), 6);
    }),
  );
});

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
