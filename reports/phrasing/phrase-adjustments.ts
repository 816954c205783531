import type { AppliedOverride, LateDeduction, StudentRemark } from "../report/class-result.ts";
import type { Adjustments, ExerciseReport, Report } from "../report/report.ts";
import { formatPoints, phraseChange, phraseDuration } from "./text/format-number.ts";
import { quantity } from "./text/sentence.ts";

/** One step from the graded score to the one that counts. */
export type AdjustmentWords = {
  /** What was changed. May contain text by the instructor. */
  readonly what: string;
  /** `13.75 → 15`, `still 10`, `−8.5`. */
  readonly change: string;
  readonly why: string;
};

/** Whether there are points to show: where the grader failed, only if the instructor has set them. */
export function hasMark({ status, adjustments }: Pick<Report, "status" | "adjustments">): boolean {
  return status !== "grader-error" || (adjustments?.overrides ?? []).some(({ exercise }) => exercise === undefined);
}

/**
 * The steps in the order in which they were taken: exercises, lateness, the whole assignment.
 * @param exercises For the titles of the exercises.
 */
export function phraseAdjustments(
  { late, overrides }: { readonly late?: LateDeduction; readonly overrides: readonly AppliedOverride[] },
  exercises: readonly Pick<ExerciseReport, "id" | "title">[],
): readonly AdjustmentWords[] {
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  const ofExercises = overrides.filter(({ exercise }) => exercise !== undefined);
  const ofWhole = overrides.filter(({ exercise }) => exercise === undefined);
  const changed = ({ exercise, from, to, reason }: AppliedOverride): AdjustmentWords => {
    // After regrading, the graded score may equal the one set by hand.
    const act = formatPoints(from) === formatPoints(to) ? "confirmed by hand" : "changed by hand";
    return {
      what: exercise === undefined ? act.replace("c", "C") : `${titles.get(exercise) ?? exercise}, ${act}`,
      change: phraseChange(from, to),
      why: reason,
    };
  };
  return [
    ...ofExercises.map(changed),
    ...(late === undefined ? [] : [{ what: "Late", change: phraseOff(late.points), why: late.sentence }]),
    ...ofWhole.map(changed),
  ];
}

const phraseOff = (points: number): string => (points === 0 ? "0" : `−${formatPoints(points)}`);

/** What is known about lateness. */
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
      /** What the percentage refers to, where that is not the score. */
      readonly ofPoints?: number;
    }
);

/** What lateness costs, in a sentence or two: `Handed in 1 day and 3 hours late. This counts as 2 days: 20 % off.` */
export function phraseLate(facts: LateFacts): string {
  const late = `Handed in ${phraseDuration(facts.lateSeconds)} late`;
  if (facts.kind === "too-late") return `${late}, after the final deadline: no points.`;
  const { daysCounted, lateDaysUsed, percent } = facts;
  const used = lateDaysUsed === 0 ? "" : `${quantity(lateDaysUsed, "late day")} used up`;
  if (percent === 0) return used === "" ? `${late}, which costs nothing.` : `${late}. ${used}: nothing is taken off.`;
  const counts = `counts as ${quantity(daysCounted, "day")}`;
  const of = facts.ofPoints === undefined ? "" : ` of ${formatPoints(facts.ofPoints)} points`;
  const most = facts.isMost ? ", the most that lateness costs" : "";
  const off = `${formatPoints(percent)} %${of} off${most}.`;
  return used === "" ? `${late}. This ${counts}: ${off}` : `${late}. ${used}; the rest ${counts}: ${off}`;
}

/**
 * A remark on a student's result in one sentence, for the instructor; a remark on attempts is for the student as well.
 */
export function phraseRemark(remark: StudentRemark): string {
  switch (remark.kind) {
    case "attempts-left-out": {
      const { graded, attempts, because } = remark;
      const why = because === "limits" ? ", because too many of them ran into a limit" : "";
      return `Only the last ${graded} of ${attempts} attempts were graded${why}.`;
    }
    case "late-time-unknown":
      return "Canvas marks this as late but gives no time, so no points were taken off. Add a submitted_at column to the roster.";
    default:
      return remark satisfies never;
  }
}

/** The report with its adjustments; unchanged where there are none. */
export function withAdjustments(report: Report, adjustments: Adjustments | undefined): Report {
  return adjustments === undefined ? report : { ...report, adjustments };
}
