import { expect, test } from "vitest";
import { type LateFacts, phraseLate } from "../../../../reports/phrasing/class/phrase-late.ts";

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
