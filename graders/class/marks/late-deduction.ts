import { phraseLate } from "../../../reports/phrasing/phrase-adjustments.ts";
import type { LateDeduction } from "../../../reports/report/class-result.ts";
import type { RosterEntry } from "../attempts/submission-attempt.ts";
import type { LatePolicy } from "./late-policy.ts";

const daySeconds = 24 * 60 * 60;

/**
 * What lateness costs a student. Time is counted in whole seconds, so that a fraction of one is never late; days are 24
 * hours long. An extension moves the due date and the hard deadline, never to an earlier time. Late days are used only
 * where they help.
 * @param entry The student's line of the roster, for an extension and late days of their own.
 * @param points Points before lateness.
 * @returns undefined for a submission in time; `points` is in steps of a hundredth, rounded down, except where all are
 * off.
 */
export function lateDeduction(
  policy: LatePolicy,
  entry: RosterEntry | undefined,
  submittedAt: Date,
  points: { readonly score: number; readonly maxScore: number },
): LateDeduction | undefined {
  const { graceMinutes = 0, percentOf, hardDeadline } = policy;
  const extension = extensionMs(policy, entry);
  const lateSeconds = secondsAfter(submittedAt, policy.due, extension);
  const days = Math.ceil(lateSeconds / daySeconds);
  if (hardDeadline !== undefined && secondsAfter(submittedAt, hardDeadline, extension) > 0) {
    const facts = { lateSeconds, daysCounted: days, lateDaysUsed: 0 };
    return { ...facts, points: points.score, sentence: phraseLate({ ...facts, kind: "too-late" }) };
  }
  if (lateSeconds <= graceMinutes * 60) return undefined;
  const cost = lateCost(policy, days, entry?.lateDays ?? policy.lateDays ?? 0, points);
  const { percent, daysCounted, lateDaysUsed } = cost;
  const facts = { lateSeconds, daysCounted, lateDaysUsed };
  const sentence = phraseLate({
    ...facts,
    kind: "late",
    percent,
    isMost: percent > 0 && percent === policy.capPercent,
    ...(percentOf === "max" && { ofPoints: points.maxScore }),
  });
  return { ...facts, points: cost.points, sentence };
}

/** What some days of lateness cost. */
export type LateCost = Pick<LateDeduction, "daysCounted" | "lateDaysUsed" | "points"> & { readonly percent: number };

/**
 * What some days of lateness cost where some of them cost nothing.
 * @param days Begun days.
 * @param lateDays Days that the student may be late for nothing.
 * @param points Points before lateness.
 */
export function lateCost(
  policy: LatePolicy,
  days: number,
  lateDays: number,
  points: { readonly score: number; readonly maxScore: number },
): LateCost {
  const lateDaysUsed = usefulLateDays(policy, days, lateDays);
  const daysCounted = days - lateDaysUsed;
  const percent = percentOff(policy, daysCounted);
  const whole = policy.percentOf === "max" ? points.maxScore : points.score;
  const off = percent === 100 ? whole : hundredths((whole * percent) / 100);
  return { daysCounted, lateDaysUsed, percent, points: Math.min(points.score, off) };
}

function extensionMs(policy: LatePolicy, entry: RosterEntry | undefined): number {
  const extension = entry?.extension;
  if (extension === undefined) return 0;
  const longer =
    "until" in extension ? extension.until.getTime() - policy.due.getTime() : extension.days * daySeconds * 1000;
  return Math.max(0, longer);
}

/** @returns 0 for a submission in time. */
const secondsAfter = (time: Date, limit: Date, extension: number): number =>
  Math.max(0, Math.floor((time.getTime() - limit.getTime() - extension) / 1000));

const percentOff = ({ percentPerDay = 0, capPercent = 100 }: LatePolicy, days: number): number =>
  Math.min(100, capPercent, days * percentPerDay);

/** All that can be used, or none where they would change nothing. */
function usefulLateDays(policy: LatePolicy, days: number, own: number): number {
  const most = Math.min(days, own);
  return percentOff(policy, days - most) < percentOff(policy, days) ? most : 0;
}

/** Rounded in the student's favour; the addend undoes binary fractions such as 0.29 * 100 = 28.99…. */
const hundredths = (points: number): number => Math.floor(points * 100 + 1e-9) / 100;
