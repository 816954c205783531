import type { Report } from "../report.ts";
import { studentView } from "../student-view.ts";
import { withAdjustments } from "../with-adjustments.ts";
import { formatPoints, scorePercent } from "../words/format-points.ts";
import { hasMark, phraseAdjustments } from "../words/phrase-adjustments.ts";
import { phraseReportStatus } from "../words/phrase-report-status.ts";
import { printable } from "../words/printable.ts";
import { createPaint, type Paint } from "./paint.ts";
import { renderExerciseText } from "./render-exercise-text.ts";
import { wrapText } from "./wrap-text.ts";

const narrowest = 40;
const longestBar = 20;

/** How text for a terminal is laid out. */
export type TextOptions = {
  readonly color: boolean;
  /** Columns; less than 40 counts as 40. */
  readonly width: number;
};

/**
 * A report for the terminal, ending in a line feed. A student's report is redacted once more on its way.
 * @param adjustments Lateness and changes by hand, where they are not in the report already.
 */
export function renderText(report: Report, options: TextOptions, adjustments = report.adjustments): string {
  const whole = withAdjustments(report, adjustments);
  const shown = whole.audience === "student" ? studentView(whole) : whole;
  const paint = createPaint(options.color);
  const width = Math.max(narrowest, options.width);
  const blocks = [
    renderScore(shown, paint, width),
    // Of a submission that could not be run, there is nothing to tell by exercise.
    ...(shown.status === "graded" ? shown.exercises : []).map((exercise) => renderExerciseText(exercise, paint, width)),
    ...(shown.notes ?? []).map((note) => wrapText(`Note: ${printable(note)}`, width)),
  ];
  return `${separate(blocks).join("\n")}\n`;
}

/** Blocks of more than two lines stand apart; one-sentence exercises that follow each other do not. */
function separate(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const isApart = before !== undefined && (at === 1 || block.length > 2 || before.length > 2);
    return isApart ? ["", ...block] : block;
  });
}

function renderScore(report: Report, paint: Paint, width: number): readonly string[] {
  const name = wrapText(`${printable(report.assignmentTitle)} · ${printable(report.submission.name)}`, width);
  const trouble = phraseReportStatus(report);
  const told = trouble === null ? [] : wrapText(printable(trouble), width).map((line) => paint("yellow", line));
  if (!hasMark(report)) return [...name.map((line) => paint("bold", line)), ...told];
  const score = report.adjustments?.score ?? report.score;
  const percent = scorePercent(score, report.maxScore);
  const points = `${formatPoints(score)} of ${formatPoints(report.maxScore)} points`;
  const barWidth = Math.min(longestBar, Math.max(0, width - points.length - "  100 %  ".length));
  const full = Math.floor((percent * barWidth) / 100);
  const bar = `${paint("green", "█".repeat(full))}${paint("dim", "░".repeat(barWidth - full))}`;
  const head = [...name.map((line) => paint("bold", line)), `${paint("bold", points)}  ${bar}  ${percent} %`];
  return [...head, ...renderAdjustments(report, width), ...told];
}

/** How the score that counts came from the graded one. */
function renderAdjustments({ adjustments, exercises }: Report, width: number): readonly string[] {
  if (adjustments === undefined) return [];
  const steps = phraseAdjustments(adjustments, exercises);
  return [
    `As graded: ${formatPoints(adjustments.rawScore)}`,
    ...steps.flatMap(({ what, change, why }) => wrapText(`${printable(what)}: ${change}. ${printable(why)}`, width)),
  ];
}
