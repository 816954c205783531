import { expect, test } from "vitest";
import { exerciseStatistics } from "../../../../reports/class/statistics/exercise-statistics.ts";
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

test("exerciseStatistics() gives difficulty, full points, discrimination and alpha by exercise, not by place", () => {
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

test("exerciseStatistics() says what is undefined for nobody and for an exercise without points", () => {
  const nobody = exerciseStatistics({ exercises, students: [] });
  expect(nobody.exercises[0]?.difficulty).toEqual({ value: null, undefinedBecause: "no-students" });
  const free = [{ id: "a", title: "A", maxScore: 0 }];
  const { exercises: found } = exerciseStatistics({ exercises: free, students: [student(0, 1)] });
  expect(found[0]?.difficulty).toEqual({ value: null, undefinedBecause: "no-points" });
});
