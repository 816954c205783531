import { expect, test } from "vitest";
import { phraseStatus } from "../../../reports/phrasing/phrase-status.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { ExerciseReport } from "../../../reports/report/report.ts";

test("phraseStatus() has different words and signs for every status", () => {
  const statuses = (schema.definitions.exerciseReport.properties.status.enum as ExerciseReport["status"][]).map(
    phraseStatus,
  );
  expect(new Set(statuses.map(({ glyph }) => glyph)).size).toBe(statuses.length);
  expect(statuses.map(({ glyph, words }) => `${glyph} ${words}`).join(" · ")).toMatchInlineSnapshot(
    `"✓ passed · ◐ partly passed · ✗ not passed · ○ not implemented · – skipped · ! not graded"`,
  );
});
