import { expect, test } from "vitest";
import {
  classTotals,
  countsInExercises,
  countsInScores,
  scoreStatistics,
} from "../../../../reports/class/statistics/score-statistics.ts";
import type { AppliedOverride, StudentResult } from "../../../../reports/report/class-result.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { classResult } from "../../../fixtures/class-result.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

test("scoreStatistics() gives mean, median, quartiles and passes of scores in any order", () => {
  expect(scoreStatistics([20, 1, 7, 3], 7)).toEqual({
    count: 4,
    mean: 7.75,
    median: 5,
    lowerQuartile: 2.5,
    upperQuartile: 10.25,
    passed: 2,
  });
});

test("scoreStatistics() passes a score that misses the mark by rounding only", () => {
  expect(scoreStatistics([0.1 + 0.7, 0.79], 0.8).passed).toBe(1);
});

test("scoreStatistics() is empty without students", () => {
  expect(scoreStatistics([], 50)).toEqual({
    count: 0,
    mean: null,
    median: null,
    lowerQuartile: null,
    upperQuartile: null,
    passed: 0,
  });
});

function scored(score: number, status: Report["status"] = "graded"): Report {
  return { ...w2OptimizationReport(), score, status };
}

test("classTotals() leaves failures of the grader out of mean and median", () => {
  expect(classTotals([scored(30), scored(10), scored(0, "not-gradable"), scored(90, "grader-error")])).toEqual({
    submissions: 4,
    graded: 3,
    notGradable: 1,
    graderErrors: 1,
    mean: 40 / 3,
    median: 10,
  });
});

test("classTotals() averages the middle two of an even class and has no median for an empty one", () => {
  expect(classTotals([scored(30), scored(10)]).median).toBe(20);
  expect(classTotals([])).toMatchObject({ graded: 0, mean: null, median: null });
});

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

test("countsInExercises() requires every exercise to be graded by the grader", () => {
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
