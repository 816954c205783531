import { message } from "../messages/message.ts";
import type { ExerciseProgress, Progress, Report } from "../report/report.ts";
import { isCheck } from "./phrase-outcomes.ts";
import { formatPoints } from "./text/format-number.ts";

/** The report with what has come of earlier attempts; unchanged where there are none. */
export function withProgress(report: Report, progress: Progress | undefined): Report {
  return progress === undefined ? report : { ...report, progress };
}

/** Points as graded of the attempt before; undefined where there is none, or its total was another. */
export const previousScore = ({ progress }: Report): number | undefined => progress?.attempts.at(-1);

/** What has come of the attempt before, in words. */
export type ProgressWords = {
  /** `Since the last attempt: 2 fixed, 1 newly failing, 3 still open; 64 → 82 of 100 points.` */
  readonly sentence: string;
  /** What makes the two differ besides the submission. */
  readonly notes: readonly string[];
};

/**
 * What has come of the attempt before, in words. A check tells no points, which would look like a mark.
 * @returns null where nothing is known of it.
 */
export function phraseProgress(report: Report): ProgressWords | null {
  const { progress } = report;
  if (progress === undefined) return null;
  const { exercises, changed = [] } = progress;
  const count = (change: ExerciseProgress["change"]) => exercises.filter((one) => one.change === change).length;
  const counts = { mended: count("mended"), fresh: count("new"), open: count("open") };
  // Where nothing is said of any exercise, they may all have changed.
  const areCompared = exercises.length > 0 || !changed.includes("assignment");
  return {
    sentence: areCompared ? phraseCounts(counts, phrasePoints(report)) : phraseRest(phrasePoints(report)),
    notes: changed.map((what) => message(`progress.changed.${what}`)),
  };
}

function phraseCounts(counts: { mended: number; fresh: number; open: number }, points: string | null): string {
  return points === null
    ? message("progress.counts", counts)
    : message("progress.counts-points", { ...counts, points });
}

const phraseRest = (points: string | null): string =>
  points === null ? message("progress.incomparable") : message("progress.points", { points });

/** Points as graded, then and now: of a report that was changed afterwards, this is said. */
function phrasePoints(report: Report): string | null {
  const before = previousScore(report);
  if (before === undefined || isCheck(report)) return null;
  return message(report.adjustments === undefined ? "progress.change" : "progress.change-graded", {
    before: formatPoints(before),
    after: formatPoints(report.score),
    total: formatPoints(report.maxScore),
  });
}

/** What has come of an exercise, for a mark beside it: without points, where it is a check. */
export function phraseExerciseProgress(
  { change, before, after, mistake }: ExerciseProgress,
  isChecked: boolean,
): string {
  const code = mistake === undefined ? change : (`open-${mistake}` as const);
  const what = message(`progress.exercise.${code}`);
  if (isChecked || before === after) return what;
  return message("progress.exercise-points", { what, before: formatPoints(before), after: formatPoints(after) });
}

/** An attempt in the history of points. */
export type AttemptWords = { readonly name: string; readonly score: number };

/** Points of all attempts, where they are more than two. */
export function phraseHistory(report: Report): readonly AttemptWords[] {
  const { progress, score } = report;
  if (progress === undefined || progress.attempts.length < 2 || isCheck(report)) return [];
  return [
    ...progress.attempts.map((points, i) => ({ name: message("progress.attempt", { number: i + 1 }), score: points })),
    { name: message("progress.this-attempt"), score },
  ];
}
