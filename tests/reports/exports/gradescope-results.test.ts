import fc from "fast-check";
import { expect, test } from "vitest";
import { finalMark } from "../../../graders/class/marks/final-mark.ts";
import { classroomResult } from "../../../reports/exports/github-classroom.ts";
import { gradescopeResults } from "../../../reports/exports/gradescope-results.ts";
import type { Report } from "../../../reports/report/report.ts";
import { hostileReport } from "../../fixtures/hostile-report.ts";
import { markedClass, markedStudent, summaryOf } from "../../fixtures/marked-class.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";
import { readClassroom } from "./read-classroom.ts";
import { readGradescope } from "./read-gradescope.ts";

const report = w2OptimizationReport();
const student = (id: string) => {
  const found = markedClass().students.find((one) => one.student === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

test("gradescopeResults() has a visible test for each exercise, which add up to the mark", () => {
  const read = readGradescope(gradescopeResults(markedStudent("ada"), report));
  expect(read.total).toBe(28.75);
  expect(read.tests.map(({ name }) => name)).toEqual(report.exercises.map(({ title }) => title));
  expect(read.output).toContain("What probably happened: The gradient is added instead of subtracted.");
  expect(read.output).toContain("Hidden cases: 1 of 3 passed; 2 wrong.");
});

test("gradescopeResults() tells of hidden cases how many passed and nothing else", () => {
  const { output } = readGradescope(gradescopeResults(markedStudent("ada"), report));
  expect(output).not.toMatch(/hidden-\d|hidden shape/);
  expect(report.exercises.some(({ cases }) => cases.some(({ title }) => title?.startsWith("hidden shape")))).toBe(true);
});

test("gradescopeResults() shows lateness and a change by hand as tests of their own", () => {
  const late = readGradescope(gradescopeResults(student("1003"), report));
  expect(late.total).toBe(23);
  expect(late.tests.at(-1)).toMatchObject({ name: "Late", score: -5.75, max_score: 0, status: "failed" });
  const changed = readGradescope(gradescopeResults(student("1004"), report));
  expect(changed.total).toBe(95);
  expect(changed.tests.at(-1)).toMatchObject({ name: "Changed by hand", score: 66.25, status: "passed" });
});

test("gradescopeResults() is written also where nothing could be graded", () => {
  const broken: Report = { ...report, status: "grader-error", message: "SECRET of the grader" };
  const failed = readGradescope(gradescopeResults(student("1005"), broken));
  expect(failed).toMatchObject({ total: 0, tests: [] });
  expect(failed.output).toContain("The grader failed, through no fault of this submission");
  expect(failed.output).not.toContain("SECRET");
  const message = "submission.ts:3:7: a ; is missing";
  const unloaded = gradescopeResults(student("1007"), { ...report, status: "not-gradable", message });
  expect(readGradescope(unloaded)).toMatchObject({ total: 0, output: `Nothing could be graded: ${message}` });
});

test("gradescopeResults() and classroomResult() let no hostile text act", () => {
  const hostile = { ...hostileReport(), status: "graded" as const };
  const { output, tests } = readGradescope(gradescopeResults(markedStudent("ada"), hostile));
  expect(output + tests.map(({ name }) => name)).not.toMatch(/(?!\n)[\p{Cc}\u202e\u2066]/u);
  const { messages } = readClassroom(classroomResult(markedStudent("ada"), hostile));
  expect(messages.join("")).not.toMatch(/(?!\n)[\p{Cc}\u202e\u2066]/u);
});

test("gradescopeResults() and classroomResult() add up to every final mark", () => {
  const { exercises } = markedClass();
  const change = fc.integer({ min: 0, max: 1000 }).map((cents) => ({ points: cents / 100 }));
  const changes = fc.option(change, { nil: undefined });
  const due = new Date("2026-11-20T18:00:00Z");
  fc.assert(
    fc.property(changes, changes, fc.nat(99), (first, whole, hours) => {
      const common = { student: "ada", reason: "seen", isExtraCredit: false };
      const mark = finalMark({
        summary: summaryOf(),
        exercises,
        policy: { due, percentPerDay: 7 },
        entry: undefined,
        submittedAt: new Date(due.getTime() + hours * 3_600_000),
        overrides: [
          ...(first === undefined ? [] : [{ ...common, exercise: exercises[0]?.id ?? "", change: first }]),
          ...(whole === undefined ? [] : [{ ...common, change: whole }]),
        ],
      });
      const marked = markedStudent("ada", mark);
      expect(readGradescope(gradescopeResults(marked, report)).total).toBeCloseTo(mark.score, 6);
      expect(readClassroom(classroomResult(marked, report)).totalPoints).toBeCloseTo(mark.score, 6);
    }),
    { numRuns: 25 },
  );
});
