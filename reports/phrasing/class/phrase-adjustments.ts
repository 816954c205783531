import type { AppliedOverride, LateDeduction } from "../../report/class-result.ts";
import type { ExerciseReport, Report } from "../../report/report.ts";
import { phraseChange } from "../differences/phrase-change.ts";
import { formatPoints } from "../text/format-points.ts";

/** One step from the graded score to the one that counts. */
export type AdjustmentWords = {
  /** What was changed. May hold text of the instructor's. */
  readonly what: string;
  /** `13.75 → 15`, `still 10`, `−8.5`. */
  readonly change: string;
  readonly why: string;
};

/** Whether there are points to show: where the grader failed, only those that the instructor has set. */
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
    // What was graded again may reach by itself what a hand gave it.
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
