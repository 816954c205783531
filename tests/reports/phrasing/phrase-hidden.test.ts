import { expect, test } from "vitest";
import { phraseHidden } from "../../../reports/phrasing/phrase-hidden.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("phraseHidden() counts hidden cases by class", () => {
  const [, batches, velocity] = w2OptimizationReport().exercises;
  expect(phraseHidden(batches?.cases ?? [])).toMatchInlineSnapshot(
    `"Hidden cases: 2 of 4 passed; 1 wrong, 1 out of time."`,
  );
  expect(phraseHidden(velocity?.cases ?? [])).toMatchInlineSnapshot(`"Hidden cases: all 3 passed."`);
});

test("phraseHidden() has nothing to say where no case is hidden", () => {
  expect(phraseHidden([{ id: "visible-1", visibility: "visible", outcome: "wrong" }])).toBeNull();
});
