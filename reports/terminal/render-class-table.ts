import { meanChange } from "../class/statistics/mean-change.ts";
import { type ClassTotals, classTotals } from "../class/statistics/score-statistics.ts";
import { message } from "../messages/message.ts";
import { phraseProgress, previousScore } from "../phrasing/phrase-progress.ts";
import { phraseResult } from "../phrasing/phrase-report.ts";
import { formatDelta, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { Report } from "../report/report.ts";
import { cutToWidth, padToWidth } from "./fit-text.ts";
import { createPaint, type Paint } from "./paint.ts";
import type { TextOptions } from "./render-text.ts";
import { textWidth } from "./text-width.ts";

/** One submission of a class. */
export type ClassRow = {
  /** The student, as named in the class list. */
  readonly name: string;
  /** The submission's page, as a path relative to the index: forward slashes, not percent-encoded. */
  readonly path: string;
  /** The same for the page to hand out, where that is another. */
  readonly feedback?: string;
  readonly report: Report;
};

const widestName = 32;
const narrowest = 40;
const gap = "  ";

/**
 * A class for the terminal: one line per submission with name, score and what did not pass, then the totals. Ends in a
 * line feed.
 */
export function renderClassTable(rows: readonly ClassRow[], options: TextOptions): string {
  const paint = createPaint(options.color);
  const width = Math.max(narrowest, options.width);
  const cells = rows.map((row) => ({
    row,
    name: cutToWidth(printable(row.name), widestName),
    score: phraseScore(row.report),
    result: phraseResult(row.report),
  }));
  const nameWidth = Math.max(0, ...cells.map(({ name }) => textWidth(name)));
  const scoreWidth = Math.max(0, ...cells.map(({ score }) => score.length));
  const resultWidth = Math.max(10, width - nameWidth - scoreWidth - 2 * gap.length);
  const lines = cells.map(({ row, name, score, result }) =>
    [
      padToWidth(name, nameWidth),
      paintScore(padToWidth(score, scoreWidth, "right"), row.report, paint),
      paint("dim", cutToWidth(result, resultWidth)),
    ].join(gap),
  );
  const reports = rows.map(({ report }) => report);
  const totals = [phraseTotals(classTotals(reports)), ...phraseChanges(reports)];
  return `${[...lines, ...(lines.length === 0 ? [] : [""]), ...totals].join("\n")}\n`;
}

/** What has come of earlier attempts: of one submission by exercise, of several in points. */
function phraseChanges(reports: readonly Report[]): readonly string[] {
  const [first, second] = reports;
  if (first !== undefined && second === undefined) {
    const words = phraseProgress(first);
    return words === null ? [] : [words.sentence, ...words.notes];
  }
  const change = meanChange(
    reports.map((report) => {
      const previous = previousScore(report);
      return { ...report, rawScore: report.score, overrides: [], ...(previous !== undefined && { previous }) };
    }),
  );
  if (change === undefined) return [];
  return [message("progress.mean-change-of", { change: formatDelta(change.mean), count: change.count })];
}

function phraseScore({ status, score, maxScore, adjustments }: Report): string {
  return status === "grader-error" ? "–" : `${formatPoints(adjustments?.score ?? score)} / ${formatPoints(maxScore)}`;
}

function paintScore(text: string, { status, score, maxScore }: Report, paint: Paint): string {
  if (status !== "graded") return paint("yellow", text);
  return score >= maxScore ? paint("green", text) : text;
}

/** A class's totals in one line: `3 submissions, 2 graded, 1 not gradable (score 0) · mean 61.5, median 70`. */
function phraseTotals({ submissions, graded, notGradable, graderErrors, mean, median }: ClassTotals): string {
  const counts = [
    message("class-counts.submissions", { count: submissions }),
    message("class-counts.graded", { count: graded - notGradable }),
    ...(notGradable === 0 ? [] : [message("class-counts.not-gradable", { count: notGradable })]),
    ...(graderErrors === 0 ? [] : [message("class-counts.again", { count: graderErrors })]),
  ].join(", ");
  if (mean === null || median === null) return counts;
  return message("class-counts.with-mean", { counts, mean: formatPoints(mean), median: formatPoints(median) });
}
