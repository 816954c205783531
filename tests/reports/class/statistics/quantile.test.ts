import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile } from "../../../../reports/class/statistics/quantile.ts";

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
