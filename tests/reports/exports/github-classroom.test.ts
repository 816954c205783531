import { expect, test } from "vitest";
import { classroomResult } from "../../../reports/exports/github-classroom.ts";
import { markedStudent } from "../../fixtures/marked-class.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";
import { readClassroom } from "./read-classroom.ts";

const report = w2OptimizationReport();

test("classroomResult() gives the reporter points, an integer maximum and a status", () => {
  expect(readClassroom(classroomResult(markedStudent("ada"), report))).toMatchObject({
    status: "fail",
    totalPoints: 28.75,
    maxPoints: 90,
  });
  const overrides = [{ from: 28.75, to: 90, reason: "seen" }];
  const full = markedStudent("ada", { score: 90, overrides });
  expect(readClassroom(classroomResult(full, report))).toMatchObject({ status: "pass", totalPoints: 90 });
  const odd = markedStudent("ada", { maxScore: 66.67 });
  expect(readClassroom(classroomResult(odd, report)).maxPoints).toBe(67);
});

test("classroomResult() makes an error of what the grader failed on, and a failure of what could not be loaded", () => {
  const failed = markedStudent("ada", { status: "grader-error", score: 90 });
  const broken = { ...report, status: "grader-error" as const };
  expect(readClassroom(classroomResult(failed, broken))).toMatchObject({ status: "error", totalPoints: 0 });
  const unloaded = markedStudent("ada", { status: "not-gradable", score: 0 });
  const message = "submission.ts:1:1: 名前 is taken";
  expect(readClassroom(classroomResult(unloaded, { ...report, status: "not-gradable", message }))).toMatchObject({
    status: "fail",
    totalPoints: 0,
    messages: [`Nothing could be graded: ${message}`],
  });
});

test("readClassroom() sees what it is there to see", () => {
  const encode = (result: object) => Buffer.from(JSON.stringify(result)).toString("base64");
  expect(() => readClassroom(encode({ version: 1, status: "pass", max_score: 1.5, tests: [] }))).toThrow("head");
  expect(() => readClassroom(encode({ version: 1, status: "pass", max_score: 1, tests: [{ name: "a" }] }))).toThrow();
});
