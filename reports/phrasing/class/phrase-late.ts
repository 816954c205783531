import { formatPoints } from "../text/format-points.ts";
import { phraseDuration } from "../text/phrase-duration.ts";

/** What there is to say of lateness. */
export type LateFacts = {
  readonly lateSeconds: number;
  readonly daysCounted: number;
  readonly lateDaysUsed: number;
} & (
  | { readonly kind: "too-late" }
  | {
      readonly kind: "late";
      readonly percent: number;
      /** The percentage is the most that lateness can cost. */
      readonly isMost: boolean;
      /** What the percentage is of, where that is not the score. */
      readonly ofPoints?: number;
    }
);

/** What lateness costs, in a sentence or two: `Handed in 1 day and 3 hours late. This counts as 2 days: 20 % off.` */
export function phraseLate(facts: LateFacts): string {
  const late = `Handed in ${phraseDuration(facts.lateSeconds)} late`;
  if (facts.kind === "too-late") return `${late}, after the final deadline: no points.`;
  const { daysCounted, lateDaysUsed, percent } = facts;
  const used = lateDaysUsed === 0 ? "" : `${lateDaysUsed} late ${plural("day", lateDaysUsed)} used up`;
  if (percent === 0) return used === "" ? `${late}, which costs nothing.` : `${late}. ${used}: nothing is taken off.`;
  const counts = `counts as ${daysCounted} ${plural("day", daysCounted)}`;
  const of = facts.ofPoints === undefined ? "" : ` of ${formatPoints(facts.ofPoints)} points`;
  const most = facts.isMost ? ", the most that lateness costs" : "";
  const off = `${formatPoints(percent)} %${of} off${most}.`;
  return used === "" ? `${late}. This ${counts}: ${off}` : `${late}. ${used}; the rest ${counts}: ${off}`;
}

const plural = (word: string, count: number): string => (count === 1 ? word : `${word}s`);
