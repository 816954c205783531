import { expect, test } from "vitest";
import schema from "../../../reports/report.schema.json" with { type: "json" };
import type { CaseReport } from "../../../reports/report.ts";
import { phraseOutcome } from "../../../reports/words/phrase-outcome.ts";

test("phraseOutcome() has different words for every class", () => {
  const outcomes = schema.definitions.caseReport.properties.outcome.enum as CaseReport["outcome"][];
  expect(new Set(outcomes.map(phraseOutcome)).size).toBe(outcomes.length);
  expect(outcomes.map(phraseOutcome).join(" · ")).toMatchInlineSnapshot(
    `"passed · wrong · threw an error · not implemented · out of time · out of memory · crashed · not a gradable value · skipped · not graded"`,
  );
});
