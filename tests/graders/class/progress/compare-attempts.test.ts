import { describe, expect, test } from "vitest";
import { compareAttempts } from "../../../../graders/class/progress/compare-attempts.ts";
import { earlierAttempt } from "../../../../graders/class/progress/earlier-attempt.ts";
import type { Diagnosis, ExerciseReport, Report } from "../../../../reports/report/report.ts";
import { caseOf, reportOf } from "../run/small-grading.ts";

const diagnosis = (id: string): Diagnosis => ({ id, name: "n", explanation: "e" });

/** A report of exercises by their statuses; an exercise that passes has 10 points, others none. */
function reportWith(
  statuses: Readonly<Record<string, ExerciseReport["status"]>>,
  more: Partial<Report> = {},
  exercise: Partial<ExerciseReport> = {},
): Report {
  const report = reportOf(Object.fromEntries(Object.keys(statuses).map((id) => [id, [caseOf("1", "passed")]])), more);
  const exercises = report.exercises.map((one) => {
    const status = statuses[one.id] ?? "failed";
    return { ...one, ...exercise, status, score: status === "passed" ? 10 : 0 };
  });
  return { ...report, exercises, score: exercises.reduce((sum, { score }) => sum + score, 0), ...more };
}

const compare = (earlier: readonly Report[], report: Report) =>
  compareAttempts(
    earlier.map((one) => earlierAttempt(one, (exercise) => exercise)),
    report,
  );

describe("compareAttempts()", () => {
  test("says by exercise what is mended, new and open, with points before and after", () => {
    const before = reportWith({ gd: "failed", adam: "passed", lr: "partial", ok: "passed" });
    const after = reportWith({ gd: "passed", adam: "not-implemented", lr: "skipped", ok: "passed" });
    expect(compare([before], after)).toEqual({
      attempts: [20],
      exercises: [
        { id: "gd", change: "mended", before: 0, after: 10 },
        { id: "adam", change: "new", before: 10, after: 0 },
        { id: "lr", change: "open", before: 0, after: 0 },
      ],
    });
  });

  test("compares with the last of several attempts, and lists the points of all", () => {
    const [first, second] = [reportWith({ gd: "passed", lr: "failed" }), reportWith({ gd: "failed", lr: "failed" })];
    const progress = compare([first, second], reportWith({ gd: "passed", lr: "passed" }));
    expect(progress?.attempts).toEqual([10, 0]);
    expect(progress?.exercises.map(({ change }) => change)).toEqual(["mended", "mended"]);
    expect(compare(Array(30).fill(first), first)?.attempts).toHaveLength(20);
  });

  test("tells the same known mistake from another one, by what visible cases point to alone", () => {
    const hidden = { diagnoses: [diagnosis("hidden")], misconceptions: ["hidden"] };
    const told = (...ids: string[]) =>
      reportWith({ gd: "failed" }, {}, { ...hidden, ...(ids.length > 0 && { visibleDiagnoses: ids.map(diagnosis) }) });
    const mistakeOf = (before: Report, after: Report) => compare([before], after)?.exercises[0]?.mistake;
    expect(mistakeOf(told("sign", "rate"), told("rate"))).toBe("same");
    expect(mistakeOf(told("sign"), told("rate"))).toBe("other");
    expect(mistakeOf(told(), told("rate"))).toBeUndefined();
    expect(mistakeOf(told(), told())).toBeUndefined();
  });

  test("passes over attempts and exercises on which the grader failed", () => {
    const [failed, error] = [reportWith({ gd: "failed" }), reportWith({ gd: "failed" }, { status: "grader-error" })];
    expect(compare([failed, error], reportWith({ gd: "passed" }))).toMatchObject({ attempts: [0] });
    expect(compare([error], reportWith({ gd: "passed" }))).toBeUndefined();
    expect(compare([failed], error)).toBeUndefined();
    expect(compare([reportWith({ gd: "grader-error" })], failed)?.exercises).toEqual([]);
    expect(compare([failed], reportWith({ gd: "grader-error" }))?.exercises).toEqual([]);
    expect(compare([], failed)).toBeUndefined();
  });

  test("compares exercises worth as much as before, and points of the same total", () => {
    const before = reportWith({ gd: "failed", lr: "failed", gone: "failed" }, { assignmentVersion: "0" });
    const worth = before.exercises.map((one) => (one.id === "lr" ? { ...one, maxScore: 5 } : one));
    const progress = compare(
      [{ ...before, exercises: worth }],
      reportWith({ gd: "passed", lr: "passed", own: "failed" }),
    );
    expect(progress).toMatchObject({ changed: ["assignment"], attempts: [0] });
    expect(progress?.exercises.map(({ id }) => id)).toEqual(["gd"]);
    const other = { ...before, maxScore: 25 };
    expect(compare([before, other], reportWith({ gd: "passed", lr: "passed", own: "failed" }))?.attempts).toEqual([]);
  });

  test("says that other hidden cases are run, unless none are", () => {
    const [before, after] = [reportWith({ gd: "failed" }), reportWith({ gd: "passed" }, { seed: 2 })];
    expect(compare([before], after)?.changed).toEqual(["hidden-cases"]);
    expect(compare([before], { ...after, visibility: "visible" })?.changed).toBeUndefined();
  });
});

test("earlierAttempt() refuses more points than could be reached", () => {
  const report = reportWith({ gd: "passed" });
  const share = <Given>(one: Given): Given => one;
  expect(() => earlierAttempt({ ...report, score: 11 }, share)).toThrow("score is 11, must be at most 10");
  const exercises = report.exercises.map((one) => ({ ...one, score: 1e300 }));
  expect(() => earlierAttempt({ ...report, exercises }, share)).toThrow("exercises[0].score is 1e+300");
});
