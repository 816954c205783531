import fc from "fast-check";
import { expect, test } from "vitest";
import { discrimination } from "../../../../reports/class/statistics/discrimination.ts";

test("discrimination() leaves the exercise itself out of the total", () => {
  const table = [
    [1, 2, 0],
    [2, 1, 0],
    [3, 3, 1],
    [4, 2, 3],
  ];
  // Others of the first: 2 1 4 5. With itself in the total it would be 10.5 / sqrt(5 * 22.75) = 0.98.
  expect(discrimination(table, 0)).toEqual({ value: expect.closeTo(6 / Math.sqrt(50), 12) });
});

test("discrimination() says why it is undefined", () => {
  expect(discrimination([[1, 2]], 0)).toEqual({ value: null, undefinedBecause: "too-few-students" });
  expect(discrimination([[1], [2]], 0)).toEqual({ value: null, undefinedBecause: "too-few-exercises" });
  const table = [
    [5, 1],
    [5, 2],
  ];
  expect(discrimination(table, 0)).toEqual({ value: null, undefinedBecause: "same-points-here" });
  expect(discrimination(table, 1)).toEqual({ value: null, undefinedBecause: "same-points-elsewhere" });
});

test("discrimination() does not depend on the order of the students", () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (table) => {
      const [forth, back] = [discrimination(table, 1), discrimination(table.toReversed(), 1)];
      if (forth.value === null) expect(back).toEqual(forth);
      else expect(back.value).toBeCloseTo(forth.value, 9);
    }),
  );
});
