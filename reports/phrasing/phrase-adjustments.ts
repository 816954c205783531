import { message } from "../messages/message.ts";
import type { AppliedOverride, LateDeduction, StudentRemark, TypeDeduction } from "../report/class-result.ts";
import type { Adjustments, ExerciseReport, Report } from "../report/report.ts";
import { formatPoints, phraseChange, phraseDuration } from "./text/format-number.ts";

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

/** What is known about the steps. */
type AdjustmentFacts = {
  readonly typeErrors?: TypeDeduction;
  readonly late?: LateDeduction;
  readonly overrides: readonly AppliedOverride[];
};

/**
 * The steps in the order in which they were taken: exercises, type errors, lateness, the whole assignment.
 * @param exercises For the titles of the exercises.
 */
export function phraseAdjustments(
  { typeErrors, late, overrides }: AdjustmentFacts,
  exercises: readonly Pick<ExerciseReport, "id" | "title">[],
): readonly AdjustmentWords[] {
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  const ofExercises = overrides.filter(({ exercise }) => exercise !== undefined);
  const ofWhole = overrides.filter(({ exercise }) => exercise === undefined);
  const changed = ({ exercise, from, to, reason }: AppliedOverride): AdjustmentWords => {
    // After regrading, the graded score may equal the one set by hand.
    const act = formatPoints(from) === formatPoints(to) ? "confirmed" : "by-hand";
    const what =
      exercise === undefined
        ? message(`adjustment.${act}`)
        : message(`adjustment.exercise-${act}`, { exercise: titles.get(exercise) ?? exercise });
    return { what, change: phraseChange(from, to), why: reason };
  };
  return [
    ...ofExercises.map(changed),
    ...(typeErrors === undefined ? [] : [phraseTypeErrors(typeErrors)]),
    ...(late === undefined
      ? []
      : [{ what: message("adjustment.late"), change: phraseOff(late.points), why: late.sentence }]),
    ...ofWhole.map(changed),
  ];
}

const phraseTypeErrors = ({ errors, points }: TypeDeduction): AdjustmentWords => ({
  what: message("types.deducted"),
  change: phraseOff(points),
  why: message("types.deducted-why", { count: errors }),
});

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
  const time = phraseDuration(facts.lateSeconds);
  if (facts.kind === "too-late") return message("late.too-late", { time });
  const { daysCounted: days, lateDaysUsed: used, percent } = facts;
  if (percent === 0) return used === 0 ? message("late.costs-nothing", { time }) : message("late.used", { time, used });
  const off = phrasePercentOff(facts);
  return used === 0
    ? message("late.counts", { time, days, off })
    : message("late.used-rest-counts", { time, used, days, off });
}

function phrasePercentOff(facts: Extract<LateFacts, { kind: "late" }>): string {
  const percent = formatPoints(facts.percent);
  if (facts.ofPoints === undefined) return message(facts.isMost ? "late.off-most" : "late.off", { percent });
  const points = formatPoints(facts.ofPoints);
  return message(facts.isMost ? "late.off-of-most" : "late.off-of", { percent, points });
}

/**
 * A remark on a student's result in one sentence, for the instructor; a remark on attempts is for the student as well.
 */
export function phraseRemark(remark: StudentRemark): string {
  switch (remark.kind) {
    case "attempts-left-out": {
      const { graded, attempts, because } = remark;
      const key = because === "limits" ? "remark.attempts-left-out-limits" : "remark.attempts-left-out";
      return message(key, { graded, attempts });
    }
    case "late-time-unknown":
      return message("remark.late-time-unknown");
    default:
      return remark satisfies never;
  }
}

/** The report with its adjustments; unchanged where there are none. */
export function withAdjustments(report: Report, adjustments: Adjustments | undefined): Report {
  return adjustments === undefined ? report : { ...report, adjustments };
}
