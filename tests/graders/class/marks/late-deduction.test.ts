import fc from "fast-check";
import { expect, test } from "vitest";
import type { RosterEntry } from "../../../../graders/class/attempts/submission-attempt.ts";
import { lateDeduction } from "../../../../graders/class/marks/late-deduction.ts";
import type { LatePolicy } from "../../../../graders/class/marks/late-policy.ts";

const due = new Date("2026-11-20T18:00:00Z");
const day = 24 * 60 * 60;
const after = (seconds: number) => new Date(due.getTime() + seconds * 1000);
const full = { score: 80, maxScore: 100 };
const policy: LatePolicy = { due, graceMinutes: 15, percentPerDay: 10, capPercent: 50, hardDeadline: after(7 * day) };
const off = (seconds: number, entry?: RosterEntry, of: LatePolicy = policy) =>
  lateDeduction(of, entry, after(seconds), full)?.points ?? 0;

const policies = fc
  .record(
    {
      graceMinutes: fc.integer({ min: 0, max: 3000 }),
      percentPerDay: fc.double({ min: 0, max: 100, noNaN: true }),
      percentOf: fc.constantFrom("score" as const, "max" as const),
      capPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      hardDeadline: fc.integer({ min: 0, max: 20 * day }).map(after),
      lateDays: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: [] },
  )
  .map((others): LatePolicy => ({ due, ...others }));
const scores = fc
  .record({ score: fc.integer({ min: 0, max: 20000 }), maxScore: fc.integer({ min: 1, max: 10000 }) })
  .map(({ score, maxScore }) => ({ score: score / 100, maxScore: maxScore / 100 }));
const seconds = fc.oneof(
  fc.integer({ min: -3 * day, max: 30 * day }),
  fc.integer({ min: 0, max: 20 }).map((days) => days * day),
  fc.integer({ min: 0, max: 20 }).map((days) => days * day + 1),
);
const entries = fc.option(
  fc.record({ id: fc.constant("a"), lateDays: fc.integer({ min: 0, max: 5 }) }, { requiredKeys: ["id"] }),
  { nil: undefined },
);

test("lateDeduction() begins one second after the grace, and counts from the due date on", () => {
  const late = (at: number) => lateDeduction(policy, undefined, after(at), full);
  expect(late(0)).toBeUndefined();
  expect(late(15 * 60)).toBeUndefined();
  expect(late(15 * 60 + 0.999)).toBeUndefined();
  expect(late(15 * 60 + 1)).toMatchObject({ lateSeconds: 901, daysCounted: 1, points: 8 });
  expect(late(day)).toMatchObject({ daysCounted: 1, points: 8 });
  expect(late(day + 0.9)).toMatchObject({ daysCounted: 1, points: 8 });
  expect(late(day + 1)).toMatchObject({ daysCounted: 2, points: 16 });
});

test("lateDeduction() takes no more than the cap, and all of it after the hard deadline", () => {
  expect([5 * day, 5 * day + 1, 7 * day].map((at) => off(at))).toEqual([40, 40, 40]);
  expect(off(7 * day + 1)).toBe(80);
  expect(lateDeduction(policy, undefined, after(7 * day + 1), full)?.sentence).toBe(
    "Handed in 7 days and 1 second late, after the final deadline: no points.",
  );
});

test("lateDeduction() takes a percentage of the maximum if the policy says so, never more than the points", () => {
  const ofMax: LatePolicy = { due, percentPerDay: 30, percentOf: "max" };
  expect([1, day + 1, 2 * day + 1].map((at) => off(at, undefined, ofMax))).toEqual([30, 60, 80]);
});

test("lateDeduction() moves due date and hard deadline by an extension, in days or to a date", () => {
  const byDays: RosterEntry = { id: "a", extension: { days: 2 } };
  const toDate: RosterEntry = { id: "a", extension: { until: after(2 * day) } };
  for (const entry of [byDays, toDate]) {
    expect(off(2 * day + 900, entry)).toBe(0);
    expect(off(2 * day + 901, entry)).toBe(8);
    expect(off(9 * day, entry)).toBe(40);
    expect(off(9 * day + 1, entry)).toBe(80);
  }
  expect(off(901, { id: "a", extension: { until: after(-day) } })).toBe(8);
});

test("lateDeduction() uses late days only where they help: the student's own, otherwise the policy's", () => {
  const withDays: LatePolicy = { ...policy, lateDays: 1 };
  const late = (at: number, lateDays?: number) =>
    lateDeduction(withDays, lateDays === undefined ? undefined : { id: "a", lateDays }, after(at), full);
  expect(late(day)).toMatchObject({ lateDaysUsed: 1, daysCounted: 0, points: 0 });
  expect(late(day + 1)).toMatchObject({ lateDaysUsed: 1, daysCounted: 1, points: 8 });
  expect(late(day, 0)).toMatchObject({ lateDaysUsed: 0, daysCounted: 1, points: 8 });
  expect(late(3 * day, 3)).toMatchObject({ lateDaysUsed: 3, daysCounted: 0, points: 0 });
  // Six days cost as much as seven.
  expect(late(7 * day)).toMatchObject({ lateDaysUsed: 0, daysCounted: 7, points: 40 });
});

test("lateDeduction() costs more the later it is, between nothing and everything, the cap before the hard deadline", () => {
  fc.assert(
    fc.property(policies, entries, scores, seconds, seconds, (of, entry, points, one, other) => {
      const at = (time: number) => lateDeduction(of, entry, after(time), points)?.points ?? 0;
      const [earlier, later] = [at(Math.min(one, other)), at(Math.max(one, other))];
      expect(later).toBeGreaterThanOrEqual(earlier);
      expect(earlier).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(points.score);
      if (of.hardDeadline !== undefined && after(one) > of.hardDeadline) return;
      const base = of.percentOf === "max" ? points.maxScore : points.score;
      expect(at(one)).toBeLessThanOrEqual((base * (of.capPercent ?? 100)) / 100 + 1e-9);
    }),
    { numRuns: 500 },
  );
});

test("lateDeduction() is never made worse by an extension or by late days", () => {
  const extensions = fc.oneof(
    fc.record({ days: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ until: fc.integer({ min: -5 * day, max: 9 * day }).map(after) }),
  );
  fc.assert(
    fc.property(policies, scores, seconds, extensions, fc.nat(5), (of, points, time, extension, lateDays) => {
      const at = (entry: RosterEntry) => lateDeduction(of, entry, after(time), points)?.points ?? 0;
      const plain = at({ id: "a", lateDays });
      expect(at({ id: "a", lateDays, extension })).toBeLessThanOrEqual(plain);
      expect(at({ id: "a", lateDays: lateDays + 1 })).toBeLessThanOrEqual(plain);
    }),
    { numRuns: 500 },
  );
});
