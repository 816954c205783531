import { phraseExerciseProgress, phraseHistory, phraseProgress } from "../phrasing/phrase-progress.ts";
import { formatPoints, scorePercent } from "../phrasing/text/format-number.ts";
import type { ExerciseProgress, Report } from "../report/report.ts";

/** What has come of the attempt before, for a template. */
export type ProgressView = {
  readonly sentence: string;
  readonly notes: readonly string[];
  /** Points of all attempts; empty where they are no more than two. */
  readonly history: readonly { readonly name: string; readonly points: string; readonly percent: number }[];
};

/** The same for an exercise. */
export type ExerciseProgressView = { readonly change: ExerciseProgress["change"]; readonly words: string };

/** @returns null where there is no earlier attempt. */
export function progressView(report: Report): ProgressView | null {
  const words = phraseProgress(report);
  if (words === null) return null;
  const history = phraseHistory(report).map(({ name, score }) => ({
    name,
    points: formatPoints(score),
    percent: scorePercent(score, report.maxScore),
  }));
  return { ...words, history };
}

/** @returns null where there is nothing to say. @param isChecked Whether only the visible cases were run. */
export function exerciseProgressView(
  progress: ExerciseProgress | undefined,
  isChecked: boolean,
): ExerciseProgressView | null {
  return progress === undefined
    ? null
    : { change: progress.change, words: phraseExerciseProgress(progress, isChecked) };
}
