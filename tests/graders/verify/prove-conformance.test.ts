import { describe, expect, test } from "vitest";
import { numberValue } from "../../../assignments/values/case-value.ts";
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

  test("holds calls by position against their final tolerance, and finds a function that fails", async () => {
    await using subject = await subjectOf("w2-optimization");
    const call = { function: "updateLr", args: [0.5, 2, 1].map(numberValue), tolerance: { rtol: 0, atol: 1e-9 } };
    const calls = [
      { ...call, id: "right", expected: 0.5 / 3 },
      { ...call, id: "off", expected: 0.5 / 3 + 1e-8 },
      { ...call, id: "no-function", function: "updateRate", expected: 1 },
    ];
    const findings = await proveConformance(subject, { cases: [], calls });
    expect(findings.summary).toBe("3 values of the course, 0 of them published");
    expect(failuresOf(findings)).toEqual([
      expect.stringMatching(/^updateLr\/off: result: off by 1.0+\d*e-8$|^updateLr\/off: result: off by 9.9\d*e-9$/),
      "updateRate/no-function: the reference exports no such function",
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
