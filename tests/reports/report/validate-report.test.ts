import { expect, test } from "vitest";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("validateReport() accepts a report that went through JSON", () => {
  const read: unknown = JSON.parse(JSON.stringify(w2OptimizationReport()));
  expect(validateReport(read)).toEqual(w2OptimizationReport());
});

test("validateReport() names the place, the value and the rule", () => {
  const report = w2OptimizationReport();
  const [first] = report.exercises;
  const cases: readonly unknown[] = [
    null,
    { ...report, seed: "1" },
    { ...report, extra: 1 },
    { ...report, exercises: [first, { ...first, score: -1 }] },
    { ...report, exercises: [{ ...first, cases: [{ id: "a", visibility: "secret", outcome: "passed" }] }] },
    { ...report, exercises: [{ ...first, cases: [{ id: "a", visibility: "hidden" }] }] },
  ];
  const messages = cases.map((data) => {
    try {
      validateReport(data);
      return "accepted";
    } catch (error) {
      return String(error);
    }
  });
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    TypeError: Cannot read the report: the report is null, must be object
    TypeError: Cannot read the report: seed is "1", must be integer
    TypeError: Cannot read the report: extra is 1, must not be there: no such property
    TypeError: Cannot read the report: exercises[1].score is -1, must be >= 0
    TypeError: Cannot read the report: exercises[0].cases[0].visibility is "secret", must be one of ["visible","hidden"]
    TypeError: Cannot read the report: exercises[0].cases[0].outcome is missing, must be given
    "
  `);
});
