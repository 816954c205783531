import { countsInScores, scoreStatistics } from "../class/statistics/score-statistics.ts";
import { phraseRemark } from "../phrasing/phrase-adjustments.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { quantity } from "../phrasing/text/sentence.ts";
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
    `${count("graded")} graded`,
    ...nonZero(count("not-gradable"), "not gradable (score 0)"),
    ...nonZero(count("grader-error"), "to be graded again"),
    ...nonZero(count("missing"), "without a submission"),
  ].join(", ");
  const scores = students.filter(countsInScores).map(({ score }) => score);
  const { mean, median } = scoreStatistics(scores, 0);
  const lines = [`${quantity(students.length, "student")}: ${counts}`];
  if (mean !== null && median !== null) {
    lines.push(`mean ${formatPoints(mean)}, median ${formatPoints(median)} of ${formatPoints(maxScore)} points`);
  }
  const remarks = students.flatMap((student) =>
    (student.remarks ?? []).map((remark) => `${printable(student.student)}: ${phraseRemark(remark)}`),
  );
  if (remarks.length > 0) lines.push(paint("yellow", "Needs attention:"), ...shortened(remarks));
  if (unmatched.length > 0) {
    lines.push(paint("yellow", `${unmatched.length} not matched to a student:`));
    lines.push(...shortened(unmatched.map(({ path, reason }) => `${printable(path)}: ${printable(reason)}`)));
  }
  return `${lines.join("\n")}\n`;
}

/** The first ones, and how many more. */
function shortened(entries: readonly string[]): readonly string[] {
  const more = entries.length - mostListed;
  const first = entries.slice(0, mostListed).map((entry) => `  ${entry}`);
  return more > 0 ? [...first, `  and ${more} more, see index.html`] : first;
}

const nonZero = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);
