import type { ClassResult } from "../class/class-result.ts";
import { scoreStatistics } from "../class/score-statistics.ts";
import { countsInScores } from "../class/who-counts.ts";
import { formatPoints } from "../words/format-points.ts";
import { printable } from "../words/printable.ts";
import { createPaint } from "./paint.ts";
import type { TextOptions } from "./render-text.ts";

const mostUnmatched = 8;

/**
 * What came of a class, in a few lines for the terminal: counts, the middle of the scores, and what belongs to nobody. Ends in a line
 * feed.
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
    ...nonZero(count("missing"), "without submission"),
  ].join(", ");
  const scores = students.filter(countsInScores).map(({ score }) => score);
  const { mean, median } = scoreStatistics(scores, 0);
  const lines = [`${students.length === 1 ? "1 student" : `${students.length} students`}: ${counts}`];
  if (mean !== null && median !== null) {
    lines.push(`mean ${formatPoints(mean)}, median ${formatPoints(median)} of ${formatPoints(maxScore)} points`);
  }
  if (unmatched.length > 0) {
    lines.push(paint("yellow", `${unmatched.length} not graded as anybody's:`));
    for (const { path, reason } of unmatched.slice(0, mostUnmatched))
      lines.push(`  ${printable(path)}: ${printable(reason)}`);
    if (unmatched.length > mostUnmatched) lines.push(`  and ${unmatched.length - mostUnmatched} more, see index.html`);
  }
  return `${lines.join("\n")}\n`;
}

const nonZero = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);
