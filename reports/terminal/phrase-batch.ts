import { meanChange } from "../class/statistics/mean-change.ts";
import { countsInScores, scoreStatistics } from "../class/statistics/score-statistics.ts";
import { message } from "../messages/message.ts";
import { phraseRemark } from "../phrasing/phrase-adjustments.ts";
import { formatDelta, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult } from "../report/class-result.ts";
import { createPaint } from "./paint.ts";
import type { TextOptions } from "./render-text.ts";

const mostListed = 8;

/**
 * The result of a class in a few lines for the terminal: counts, mean and median, what needs attention, and what was
 * not matched to a student. Ends in a line feed.
 */
export function phraseBatch(result: ClassResult, options: TextOptions): string {
  const paint = createPaint(options.color);
  const { students, unmatched, maxScore } = result;
  const count = (status: (typeof students)[number]["status"]): number =>
    students.filter((student) => student.status === status).length;
  const counts = [
    message("class-counts.graded", { count: count("graded") }),
    ...nonZero(count("not-gradable"), "class-counts.not-gradable"),
    ...nonZero(count("grader-error"), "class-counts.again"),
    ...nonZero(count("missing"), "class-counts.missing"),
  ].join(", ");
  const scores = students.filter(countsInScores).map(({ score }) => score);
  const { mean, median } = scoreStatistics(scores, 0);
  const lines = [message("class-counts.students", { count: students.length, counts })];
  if (mean !== null && median !== null) {
    const [points, middle, total] = [mean, median, maxScore].map(formatPoints);
    lines.push(message("class-counts.mean-of", { mean: points ?? "", median: middle ?? "", total: total ?? "" }));
  }
  const change = meanChange(students);
  if (change !== undefined) {
    lines.push(message("progress.mean-change-of", { change: formatDelta(change.mean), count: change.count }));
  }
  const remarks = students.flatMap((student) =>
    (student.remarks ?? []).map((remark) => `${printable(student.student)}: ${phraseRemark(remark)}`),
  );
  if (remarks.length > 0) lines.push(paint("yellow", message("terminal.needs-attention")), ...shortened(remarks));
  if (unmatched.length > 0) {
    lines.push(paint("yellow", message("terminal.unmatched", { count: unmatched.length })));
    lines.push(...shortened(unmatched.map(({ path, reason }) => `${printable(path)}: ${printable(reason)}`)));
  }
  return `${lines.join("\n")}\n`;
}

/** The first ones, and how many more. */
function shortened(entries: readonly string[]): readonly string[] {
  const more = entries.length - mostListed;
  const first = entries.slice(0, mostListed).map((entry) => `  ${entry}`);
  return more > 0 ? [...first, `  ${message("terminal.more-in-page", { count: more })}`] : first;
}

const nonZero = (
  count: number,
  key: "class-counts.not-gradable" | "class-counts.again" | "class-counts.missing",
): string[] => (count === 0 ? [] : [message(key, { count })]);
