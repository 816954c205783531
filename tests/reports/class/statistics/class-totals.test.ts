import { expect, test } from "vitest";
import { classTotals } from "../../../../reports/class/statistics/class-totals.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

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

test("classTotals() halves the middle of an even class and has none of an empty one", () => {
  expect(classTotals([scored(30), scored(10)]).median).toBe(20);
  expect(classTotals([])).toMatchObject({ graded: 0, mean: null, median: null });
});
