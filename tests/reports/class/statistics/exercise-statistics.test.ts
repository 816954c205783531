import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cronbachAlpha,
  discrimination,
  exerciseStatistics,
} from "../../../../reports/class/statistics/exercise-statistics.ts";
import type { StudentResult } from "../../../../reports/report/class-result.ts";

const exercises = [
  { id: "a", title: "A", maxScore: 4 },
  { id: "b", title: "B", maxScore: 5 },
];

function student(a: number, b: number, status: StudentResult["status"] = "graded"): StudentResult {
  const own = [
    { id: "b", score: b, maxScore: 5 },
    { id: "a", score: a, maxScore: 4 },
  ];
  const score = a + b;
  return {
    student: `${a}-${b}`,
    status,
    rawScore: score,
    overrides: [],
    score,
    maxScore: 9,
    exercises: own,
    summary: {
      sha256: "",
      status: "graded",
      score,
      maxScore: 9,
      exercises: own.map((exercise) => ({ ...exercise, status: "partial", misconceptions: [], mismatches: [] })),
    },
  };
}

test("exerciseStatistics() gives difficulty, full points, discrimination and alpha by exercise id, not by position", () => {
  const students = [student(1, 2), student(2, 1), student(3, 4), student(4, 5), student(4, 5, "not-gradable")];
  const r = expect.closeTo(6 / Math.sqrt(50), 12);
  expect(exerciseStatistics({ exercises, students })).toEqual({
    count: 4,
    exercises: [
      { id: "a", difficulty: { value: 2.5 / 4 }, full: 1, discrimination: { value: r } },
      { id: "b", difficulty: { value: 3 / 5 }, full: 1, discrimination: { value: r } },
    ],
    // Variances 5/3 and 10/3; totals 3 3 7 9, variance 9.
    alpha: { value: expect.closeTo(2 * (1 - 5 / 9), 12) },
  });
});

test("exerciseStatistics() says what is undefined without students or points", () => {
  const nobody = exerciseStatistics({ exercises, students: [] });
  expect(nobody.exercises[0]?.difficulty).toEqual({ value: null, undefinedBecause: "no-students" });
  const free = [{ id: "a", title: "A", maxScore: 0 }];
  const { exercises: found } = exerciseStatistics({ exercises: free, students: [student(0, 1)] });
  expect(found[0]?.difficulty).toEqual({ value: null, undefinedBecause: "no-points" });
});

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
