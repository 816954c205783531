import { describe, expect, test } from "vitest";
import { byteProblems, verdictProblems } from "../../../../graders/verify/determinism/compare-reports.ts";
import type { ExerciseReport, Report } from "../../../../reports/report/report.ts";

const failing: ExerciseReport = {
  id: "updateLr",
  title: "Decay",
  score: 0,
  maxScore: 10,
  status: "failed",
  misconceptions: ["no-decay"],
  summary: "wrong",
  hints: [],
  cases: [
    { id: "visible-1", visibility: "visible", title: "", outcome: "timeout", limit: { kind: "case-time", amount: 1 } },
  ],
};

const reportWith = (change: Partial<ExerciseReport>): Report => ({
  schemaVersion: 1,
  assignment: "w2-optimization",
  assignmentTitle: "Optimization",
  assignmentVersion: "1.0.0",
  submission: { name: "s", sha256: "" },
  seed: 1,
  backend: "cpu",
  audience: "instructor",
  score: 0,
  maxScore: 10,
  status: "graded",
  exercises: [{ ...failing, ...change }],
});

describe("byteProblems()", () => {
  test("is empty for equal reports", () => {
    expect(byteProblems(reportWith({}), reportWith({}))).toEqual([]);
  });

  test("names the exercise that differs in anything", () => {
    expect(byteProblems(reportWith({}), reportWith({ hints: ["try again"] }))).toEqual([
      "the second report differs in exercises, updateLr",
    ]);
  });

  test("counts the two limits as one, because the machine decides which comes first", () => {
    const cases = failing.cases.map(({ limit: _, ...found }) => ({ ...found, outcome: "memory" as const }));
    expect(byteProblems(reportWith({}), reportWith({ cases, summary: "out of memory" }))).toEqual([]);
  });

  test("does not take a limit for a pass", () => {
    const cases = failing.cases.map(({ limit: _, ...found }) => ({ ...found, outcome: "passed" as const }));
    expect(byteProblems(reportWith({}), reportWith({ cases }))).toHaveLength(1);
  });
});

describe("verdictProblems()", () => {
  test("allows other points, but no other status", () => {
    expect(verdictProblems(reportWith({}), reportWith({ score: 3 }))).toEqual([]);
    expect(verdictProblems(reportWith({}), reportWith({ status: "partial" }))).toEqual([
      "updateLr is failed, with the other seed partial",
    ]);
  });

  test("allows no other diagnosis", () => {
    expect(verdictProblems(reportWith({}), reportWith({ misconceptions: [] }))).toEqual([
      "updateLr is diagnosed as no-decay, with the other seed as nothing",
    ]);
  });
});
