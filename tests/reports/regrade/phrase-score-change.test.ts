import { expect, test } from "vitest";
import { formatDelta } from "../../../reports/phrasing/text/format-number.ts";
import { phraseScoreChange } from "../../../reports/regrade/phrase-score-change.ts";
import { scoreChanges } from "../../fixtures/score-changes.ts";

const changes = scoreChanges();

test("phraseScoreChange() says why, with cases of one kind together", () => {
  expect(changes.map(phraseScoreChange)).toMatchInlineSnapshot(`
    [
      [
        "override of updateLr none → 5",
        "updateParametersWithAdam 20 → 7.5: rtol 0.001 → 0.00001; visible-1 and hidden-1 passed → wrong; hidden-7 new, out of time; hidden-8 removed, before: threw an error",
      ],
      [],
      [],
      [
        "another submission counts",
        "points off for lateness 0 → 2",
        "updateLr 5 → 7.5: visible-3 wrong → passed; reference value: parameters.W1 in visible-2 0.5 → 0.5000001",
      ],
      [
        "to be graded again → graded",
        "seed 1 → 2",
        "expected values computed by cpu → tensorflow",
        "updateLr stays at 10: hidden-1 threw an error → wrong",
      ],
    ]
  `);
});

test("formatDelta() writes a sign for a difference and none for 0", () => {
  expect([2.5, -1, 0, 0.001, -0.001, 1 / 3].map(formatDelta)).toEqual(["+2.5", "−1", "0", "0", "0", "+0.33"]);
});
