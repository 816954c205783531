import { expect, test } from "vitest";
import { phraseOutcome } from "../../../reports/phrasing/phrase-outcome.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { CaseReport } from "../../../reports/report/report.ts";

test("phraseOutcome() has different words for every class", () => {
  const outcomes = schema.definitions.caseReport.properties.outcome.enum as CaseReport["outcome"][];
  expect(new Set(outcomes.map(phraseOutcome)).size).toBe(outcomes.length);
  expect(outcomes.map(phraseOutcome).join(" · ")).toMatchInlineSnapshot(
    `"passed · wrong · threw an error · not implemented · out of time · out of memory · crashed · not a gradable value · skipped · not graded"`,
  );
});
