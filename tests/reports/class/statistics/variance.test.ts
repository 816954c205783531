import fc from "fast-check";
import { expect, test } from "vitest";
import { variance } from "../../../../reports/class/statistics/variance.ts";

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
