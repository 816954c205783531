import { describe, expect, test } from "vitest";
import { proveConformance } from "../../../graders/verify/prove-conformance.ts";
import { type CourseFixture, readCourseFixture } from "../../../reference/conformance/course-fixture.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

const fixture: CourseFixture = (await readCourseFixture("w2-optimization")) ?? { cases: [] };

describe("proveConformance()", () => {
  test("holds for the reference and counts the published values", async () => {
    await using subject = await subjectOf("w2-optimization");
    const findings = await proveConformance(subject);
    expect(failuresOf(findings)).toEqual([]);
    expect(findings.summary).toMatch(/^21 values of the course, 17 of them published$/);
  });

  test("finds a value that the reference does not reproduce", async () => {
    await using subject = await subjectOf("w2-optimization");
    const cases = fixture.cases
      .filter(({ id }) => id === "w2a1-lr-0.5-2-1")
      .map((testCase) => ({ ...testCase, expected: { learning_rate: 0.17 } }));
    expect(failuresOf(await proveConformance(subject, { cases }))).toEqual([
      expect.stringMatching(/^updateLr\/w2a1-lr-0.5-2-1: learning_rate: off by 0.0033/),
    ]);
  });

  test("finds a reference that reproduces what the course has corrected", async () => {
    await using subject = await subjectOf("w2-optimization");
    const right = fixture.cases.find(({ id }) => id === "w2a1-adam-v1");
    const parameters = right?.expected["parameters"] ?? {};
    const findings = await proveConformance(subject, {
      cases: right === undefined ? [] : [right],
      superseded: [{ inputs_case: "w2a1-adam-v1", parameters }],
    });
    expect(failuresOf(findings)).toEqual([
      expect.stringContaining("w2a1-adam-v1, superseded: it reproduces the values of an old test file"),
    ]);
  });

  test("lists the functions without published values", async () => {
    await using subject = await subjectOf("w2-optimization", ["updateLr"]);
    const { checks } = await proveConformance(subject, { cases: [] });
    expect(checks).toEqual([
      { name: "updateLr", outcome: "skipped", details: ["the course publishes no value of it"] },
    ]);
  });
});
