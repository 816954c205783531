import { expect, test } from "vitest";
import { hasMark, phraseAdjustments } from "../../../../reports/phrasing/class/phrase-adjustments.ts";

const late = { lateSeconds: 86_400, daysCounted: 1, lateDaysUsed: 0, points: 6, sentence: "Handed in 1 day late." };
const overrides = [
  { from: 24, to: 40, reason: "Explained it" },
  { exercise: "updateLr", from: 1 / 3, to: 5, reason: "Typo in the handout" },
  { exercise: "gone", from: 0, to: 1, reason: "It was there" },
];

test("phraseAdjustments() tells the steps in the order in which they were taken", () => {
  expect(phraseAdjustments({ late, overrides }, [{ id: "updateLr", title: "Decay" }])).toEqual([
    { what: "Decay, changed by hand", change: "0.33 → 5", why: "Typo in the handout" },
    { what: "gone, changed by hand", change: "0 → 1", why: "It was there" },
    { what: "Late", change: "−6", why: "Handed in 1 day late." },
    { what: "Changed by hand", change: "24 → 40", why: "Explained it" },
  ]);
  expect(phraseAdjustments({ late: { ...late, points: 0 }, overrides: [] }, [])[0]?.change).toBe("0");
});

test("phraseAdjustments() says of what changes nothing that it stays", () => {
  const same = [
    { from: 10, to: 10, reason: "Looked at it again" },
    { exercise: "updateLr", from: 3.3333333, to: 3.33, reason: "By eye" },
  ];
  expect(phraseAdjustments({ overrides: same }, [])).toEqual([
    { what: "updateLr, confirmed by hand", change: "still 3.33", why: "By eye" },
    { what: "Confirmed by hand", change: "still 10", why: "Looked at it again" },
  ]);
});

test("hasMark() is false where the grader failed and nobody has set the points", () => {
  const adjustments = { rawScore: 0, score: 0, overrides };
  expect(hasMark({ status: "graded" })).toBe(true);
  expect(hasMark({ status: "grader-error" })).toBe(false);
  expect(hasMark({ status: "grader-error", adjustments: { ...adjustments, overrides: overrides.slice(1) } })).toBe(
    false,
  );
  expect(hasMark({ status: "grader-error", adjustments })).toBe(true);
});
