import fc from "fast-check";
import { expect, test } from "vitest";
import { cronbachAlpha } from "../../../../reports/class/statistics/cronbach-alpha.ts";

test("cronbachAlpha() gives the value computed by hand", () => {
  const table = [
    [1, 2, 3],
    [2, 2, 4],
    [3, 5, 4],
    [4, 5, 7],
  ];
  // Variances 5/3, 3, 3 (sum 23/3); totals 6 8 12 16, variance 59/3; 3/2 * (1 - 23/59).
  expect(cronbachAlpha(table)).toEqual({ value: expect.closeTo(1.5 * (36 / 59), 12) });
});

test("cronbachAlpha() is 1 for exercises that always agree", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 2, max: 6 }),
      (points, count) => {
        const table = points.map((own) => Array.from({ length: count }, () => own));
        expect(cronbachAlpha(table).value).toBeCloseTo(1, 9);
      },
    ),
  );
});

test("cronbachAlpha() is at most 1", () => {
  const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (table) => {
      expect(cronbachAlpha(table).value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test("cronbachAlpha() says why it is undefined", () => {
  expect(cronbachAlpha([])).toEqual({ value: null, undefinedBecause: "too-few-students" });
  expect(cronbachAlpha([[1], [2]])).toEqual({ value: null, undefinedBecause: "too-few-exercises" });
  const even = [
    [0.1, 0.2],
    [0.3, 0],
  ];
  expect(cronbachAlpha(even)).toEqual({ value: null, undefinedBecause: "same-totals" });
});
