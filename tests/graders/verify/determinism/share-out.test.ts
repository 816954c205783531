import { describe, expect, test } from "vitest";
import { shareOut } from "../../../../graders/verify/determinism/share-out.ts";
import type { CaseReport, ExerciseReport, Report } from "../../../../reports/report/report.ts";

/** A report of one exercise, with a case for each outcome. */
const reportOf = (
  status: ExerciseReport["status"],
  outcomes: readonly CaseReport["outcome"][],
  more: Partial<ExerciseReport> = {},
): Report =>
  ({
    status: "graded",
    exercises: [{ status, misconceptions: [], cases: outcomes.map((outcome) => ({ outcome })), ...more }],
  }) as unknown as Report;

const right = reportOf("passed", ["passed"]);
const wrong = reportOf("partial", ["passed", "wrong"]);
const endless = reportOf("failed", ["timeout"]);
const full = reportOf("failed", ["memory"]);
const broken = { status: "not-gradable", exercises: [] } as unknown as Report;

describe("shareOut()", () => {
  test("grades each submission under one more condition, and every kind under both", () => {
    expect(shareOut([right, wrong, right, wrong, broken, broken])).toEqual({ again: [0, 1, 4], otherSeed: [2, 3, 5] });
  });

  test("grades under both what is the only one of its kind", () => {
    expect(shareOut([right, wrong, right])).toEqual({ again: [0, 1], otherSeed: [1, 2] });
    expect(shareOut([right])).toEqual({ again: [0], otherSeed: [0] });
  });

  test("counts time and memory as one, so that what takes longest is not run twice under one condition", () => {
    expect(shareOut([endless, full])).toEqual({ again: [0], otherSeed: [1] });
  });

  test("counts a mistake that is named, and one that is observed, as kinds of their own", () => {
    const named = reportOf("partial", ["passed", "wrong"], { misconceptions: ["no-decay"] });
    const observed = reportOf("partial", ["passed", "wrong"], { observations: [{}] as never });
    expect(shareOut([wrong, named, observed, named, observed])).toEqual({ again: [1, 2], otherSeed: [0, 3, 4] });
  });

  test("leaves out none that could not be graded at all", () => {
    expect(shareOut([right, undefined])).toEqual({ again: [0, 1], otherSeed: [0, 1] });
  });
});
