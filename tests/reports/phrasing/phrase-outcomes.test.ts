import { expect, test } from "vitest";
import { phraseHidden, phraseOutcome } from "../../../reports/phrasing/phrase-outcomes.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { CaseReport } from "../../../reports/report/report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("phraseOutcome() has different words for every class", () => {
  const outcomes = schema.definitions.caseReport.properties.outcome.enum as CaseReport["outcome"][];
  expect(new Set(outcomes.map(phraseOutcome)).size).toBe(outcomes.length);
  expect(outcomes.map(phraseOutcome).join(" · ")).toMatchInlineSnapshot(
    `"passed · wrong · threw an error · not implemented · out of time · out of memory · crashed · not a gradable value · skipped · not graded"`,
  );
});

test("phraseHidden() counts hidden cases by class", () => {
  const [, batches, velocity] = w2OptimizationReport().exercises;
  expect(phraseHidden(batches?.cases ?? [])).toMatchInlineSnapshot(
    `"Hidden cases: 2 of 4 passed; 1 wrong, 1 out of time."`,
  );
  expect(phraseHidden(velocity?.cases ?? [])).toMatchInlineSnapshot(`"Hidden cases: all 3 passed."`);
});

test("phraseHidden() is null if no case is hidden", () => {
  expect(phraseHidden([{ id: "visible-1", visibility: "visible", outcome: "wrong" }])).toBeNull();
});
