import { expect, test } from "vitest";
import { countsInExercises, countsInScores } from "../../../../reports/class/statistics/who-counts.ts";
import type { AppliedOverride, StudentResult } from "../../../../reports/report/class-result.ts";
import { classResult } from "../../../fixtures/class-result.ts";

const { students } = classResult(30);
const having = (status: StudentResult["status"]): StudentResult => {
  const found = students.find((student) => student.status === status);
  if (found === undefined) throw new RangeError(`Cannot find a student who is ${status}`);
  return found;
};
const byHand: AppliedOverride = { from: 0, to: 70, reason: "Oral examination." };

test("countsInScores() leaves out the missing and the grader's failures, unless the whole mark was set by hand", () => {
  expect(countsInScores(having("graded"))).toBe(true);
  expect(countsInScores(having("not-gradable"))).toBe(true);
  for (const status of ["missing", "grader-error"] as const) {
    expect(countsInScores(having(status))).toBe(false);
    expect(countsInScores({ ...having(status), overrides: [byHand] })).toBe(true);
    expect(countsInScores({ ...having(status), overrides: [{ ...byHand, exercise: "updateLr" }] })).toBe(false);
  }
});

test("countsInExercises() wants every exercise graded by the grader", () => {
  const graded = having("graded");
  expect(countsInExercises(graded)).toBe(true);
  for (const status of ["not-gradable", "missing", "grader-error"] as const)
    expect(countsInExercises({ ...having(status), overrides: [byHand] })).toBe(false);
  const { summary } = graded;
  if (summary === undefined) throw new RangeError("Cannot test without a summary");
  const [first, ...others] = summary.exercises;
  if (first === undefined) throw new RangeError("Cannot test without exercises");
  const exercises = [{ ...first, status: "grader-error" as const }, ...others];
  expect(countsInExercises({ ...graded, summary: { ...summary, exercises } })).toBe(false);
});
