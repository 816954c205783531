import { expect, test } from "vitest";
import {
  hasMark,
  type LateFacts,
  phraseAdjustments,
  phraseLate,
} from "../../../reports/phrasing/phrase-adjustments.ts";

const late = { lateSeconds: 86_400, daysCounted: 1, lateDaysUsed: 0, points: 6, sentence: "Handed in 1 day late." };
const overrides = [
  { from: 24, to: 40, reason: "Explained it" },
  { exercise: "updateLr", from: 1 / 3, to: 5, reason: "Typo in the handout" },
  { exercise: "gone", from: 0, to: 1, reason: "It was there" },
];

test("phraseAdjustments() lists the steps in the order in which they were taken", () => {
  expect(phraseAdjustments({ late, overrides }, [{ id: "updateLr", title: "Decay" }])).toEqual([
    { what: "Decay, changed by hand", change: "0.33 → 5", why: "Typo in the handout" },
    { what: "gone, changed by hand", change: "0 → 1", why: "It was there" },
    { what: "Late", change: "−6", why: "Handed in 1 day late." },
    { what: "Changed by hand", change: "24 → 40", why: "Explained it" },
  ]);
  expect(phraseAdjustments({ late: { ...late, points: 0 }, overrides: [] }, [])[0]?.change).toBe("0");
});

test('phraseAdjustments() says "still" where a change has no effect', () => {
  const same = [
    { from: 10, to: 10, reason: "Looked at it again" },
    { exercise: "updateLr", from: 3.3333333, to: 3.33, reason: "By eye" },
  ];
  expect(phraseAdjustments({ overrides: same }, [])).toEqual([
    { what: "updateLr, confirmed by hand", change: "still 3.33", why: "By eye" },
    { what: "Confirmed by hand", change: "still 10", why: "Looked at it again" },
  ]);
});

test("hasMark() is false if the grader failed and no points were set by hand", () => {
  const adjustments = { rawScore: 0, score: 0, overrides };
  expect(hasMark({ status: "graded" })).toBe(true);
  expect(hasMark({ status: "grader-error" })).toBe(false);
  expect(hasMark({ status: "grader-error", adjustments: { ...adjustments, overrides: overrides.slice(1) } })).toBe(
    false,
  );
  expect(hasMark({ status: "grader-error", adjustments })).toBe(true);
});

const facts = {
  kind: "late",
  lateSeconds: 97_200,
  daysCounted: 2,
  lateDaysUsed: 0,
  percent: 20,
  isMost: false,
} as const;

test("phraseLate() says how late, how it counts and what it costs", () => {
  const cases: readonly LateFacts[] = [
    facts,
    { ...facts, lateSeconds: 60, daysCounted: 1, percent: 12.5 },
    { ...facts, isMost: true },
    { ...facts, ofPoints: 90 },
    { ...facts, percent: 0 },
    { ...facts, lateDaysUsed: 2, daysCounted: 0, percent: 0 },
    { ...facts, lateDaysUsed: 1, daysCounted: 1, percent: 10 },
    { kind: "too-late", lateSeconds: 864_000, daysCounted: 10, lateDaysUsed: 0 },
  ];
  expect(`\n${cases.map(phraseLate).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Handed in 1 day and 3 hours late. This counts as 2 days: 20 % off.
    Handed in 1 minute late. This counts as 1 day: 12.5 % off.
    Handed in 1 day and 3 hours late. This counts as 2 days: 20 % off, the most that lateness costs.
    Handed in 1 day and 3 hours late. This counts as 2 days: 20 % of 90 points off.
    Handed in 1 day and 3 hours late, which costs nothing.
    Handed in 1 day and 3 hours late. 2 late days used up: nothing is taken off.
    Handed in 1 day and 3 hours late. 1 late day used up; the rest counts as 1 day: 10 % off.
    Handed in 10 days late, after the final deadline: no points.
    "
  `);
});
