import { expect, test } from "vitest";
import { findMistakes } from "../../../../reports/class/statistics/find-mistakes.ts";
import type { ExerciseSummary, StudentResult } from "../../../../reports/report/class-result.ts";

const exercises = [{ id: "a", title: "A", maxScore: 4 }];

function student(name: string, exercise: Partial<ExerciseSummary>): StudentResult {
  const own = {
    id: "a",
    score: 0,
    maxScore: 4,
    status: "failed",
    misconceptions: [],
    mismatches: [],
    ...exercise,
  } as const;
  return {
    student: name,
    status: "graded",
    rawScore: 0,
    overrides: [],
    score: 0,
    maxScore: 4,
    exercises: [own],
    summary: { sha256: "", status: "graded", score: 0, maxScore: 4, exercises: [own] },
  };
}

const sign = { id: "sign", name: "The sign is wrong." };
const bias = { id: "bias", name: "The bias is missing." };
const students = [
  student("1", { misconceptions: [sign, sign], mismatches: ["W differs."], wrongOutput: "x" }),
  student("2", { misconceptions: [sign], mismatches: ["W differs.", "b differs."], wrongOutput: "x" }),
  student("3", { misconceptions: [bias], mismatches: ["b differs."], wrongOutput: "y" }),
  student("4", { wrongOutput: "x" }),
  student("5", { status: "passed" }),
  student("6", { status: "grader-error", misconceptions: [bias] }),
];

test("findMistakes() counts students, most common mistake first, and leaves out failures of the grader", () => {
  const [found] = findMistakes({ exercises, students });
  expect(found).toMatchObject({ id: "a", students: 5, passed: 1 });
  expect(found?.misconceptions).toEqual([
    { sentence: sign.name, count: 2 },
    { sentence: bias.name, count: 1 },
  ]);
  expect(found?.mismatches).toEqual([
    { sentence: "W differs.", count: 2 },
    { sentence: "b differs.", count: 2 },
  ]);
});

test("findMistakes() clusters submissions with the same wrong output, at least two", () => {
  const clusters = findMistakes({ exercises, students })[0]?.clusters ?? [];
  expect(clusters.map((cluster) => cluster.students.map((own) => own.student))).toEqual([["1", "2", "4"]]);
  expect(clusters[0]?.misconceptions).toEqual([{ sentence: sign.name, count: 2 }]);
});
