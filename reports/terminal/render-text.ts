import { inLanguage, languageOf } from "../messages/language.ts";
import { message } from "../messages/message.ts";
import { hasMark, phraseAdjustments, withAdjustments } from "../phrasing/phrase-adjustments.ts";
import {
  countCases,
  hiddenCasesNote,
  isCheck,
  phraseCaseCount,
  phraseVisibleCases,
} from "../phrasing/phrase-outcomes.ts";
import { phraseProgress } from "../phrasing/phrase-progress.ts";
import { phraseReportStatus } from "../phrasing/phrase-report.ts";
import { studentView } from "../phrasing/student-view.ts";
import { formatPoints, scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport, Report } from "../report/report.ts";
import { createPaint, type Paint } from "./paint.ts";
import { renderExerciseText } from "./render-exercise-text.ts";
import { renderTypeErrors } from "./render-type-errors.ts";
import { wrapText } from "./text-width.ts";

/** Columns that text for a terminal is given at least. */
export const narrowest = 40;
const longestBar = 20;

/** How text for a terminal is laid out. */
export type TextOptions = {
  readonly color: boolean;
  /** Columns; less than 40 counts as 40. */
  readonly width: number;
  /** Print the inputs of the visible cases, number by number, where the report has them. Default false. */
  readonly showInputs?: boolean;
  /** How many hints of each exercise are printed. Default 1. */
  readonly hints?: number;
};

/**
 * A report for the terminal, ending in a line feed. A student's report is redacted again here.
 * @param adjustments Lateness and changes by hand, where they are not in the report already.
 */
export function renderText(report: Report, options: TextOptions, adjustments = report.adjustments): string {
  return inLanguage(languageOf(report), () => renderReport(withAdjustments(report, adjustments), options));
}

/** The type errors of a report alone, ending in a line feed; nothing where there are none. */
export function renderTypesAlone({ typeErrors, ...report }: Report, { color, width }: TextOptions): string {
  const render = () => renderTypeErrors(typeErrors, createPaint(color), Math.max(narrowest, width));
  return inLanguage(languageOf(report), render)
    .map((line) => `${line}\n`)
    .join("");
}

function renderReport(whole: Report, options: TextOptions): string {
  const shown = whole.audience === "student" ? studentView(whole) : whole;
  const paint = createPaint(options.color);
  const width = Math.max(narrowest, options.width);
  const blocks = [
    renderScore(shown, paint, width),
    ...[renderTypeErrors(shown.typeErrors, paint, width)].filter((block) => block.length > 0),
    // A submission that could not be run has nothing to show by exercise.
    ...(shown.status === "graded" ? shown.exercises : []).map((exercise) =>
      renderExerciseText(exercise, paint, width, {
        measure: measureOf(exercise, shown),
        showInputs: options.showInputs ?? false,
        hints: options.hints ?? 1,
      }),
    ),
    ...(shown.notes ?? []).map((note) => wrapText(message("terminal.note", { note: printable(note) }), width)),
  ];
  return `${separate(blocks).join("\n")}\n`;
}

/** A blank line separates blocks of more than two lines; one-sentence exercises follow each other without one. */
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
  const progress = renderProgress(report, paint, width);
  const reason = trouble === null ? [] : wrapText(printable(trouble), width).map((line) => paint("yellow", line));
  const title = name.map((line) => paint("bold", line));
  if (isCheck(report)) return [...title, ...renderVisible(report, paint, width), ...progress, ...reason];
  if (!hasMark(report)) return [...title, ...reason];
  const score = report.adjustments?.score ?? report.score;
  const percent = scorePercent(score, report.maxScore);
  const points = message("page.score", { points: formatPoints(score), total: formatPoints(report.maxScore) });
  const bar = renderBar(percent, width - points.length - "  100 %  ".length, paint);
  const head = [...title, `${paint("bold", points)}  ${bar}  ${percent} %`];
  return [...head, ...renderAdjustments(report, width), ...progress, ...reason];
}

/** What has come of the attempt before. */
function renderProgress(report: Report, paint: Paint, width: number): readonly string[] {
  const words = phraseProgress(report);
  if (words === null) return [];
  const notes = words.notes.flatMap((note) => wrapText(note, width)).map((line) => paint("dim", line));
  return [...wrapText(words.sentence, width), ...notes];
}

/** A check runs only some of the cases: it shows how many of them pass, and no points, which would look like a mark. */
function renderVisible({ status, exercises }: Report, paint: Paint, width: number): readonly string[] {
  if (status !== "graded") return [];
  const count = countCases(exercises);
  const words = phraseVisibleCases(count);
  const bar = renderBar(scorePercent(count.passed, count.total), width - words.length - "  ".length, paint);
  return [`${paint("bold", words)}  ${bar}`, ...wrapText(hiddenCasesNote(), width).map((line) => paint("dim", line))];
}

/** What is shown beside an exercise. */
function measureOf(exercise: ExerciseReport, report: Report): string {
  if (isCheck(report)) return phraseCaseCount(countCases([exercise]));
  return `${formatPoints(exercise.score)} / ${formatPoints(exercise.maxScore)}`;
}

function renderBar(percent: number, room: number, paint: Paint): string {
  const width = Math.min(longestBar, Math.max(0, room));
  const full = Math.floor((percent * width) / 100);
  return `${paint("green", "█".repeat(full))}${paint("dim", "░".repeat(width - full))}`;
}

/** How the score that counts came from the graded one. */
function renderAdjustments({ adjustments, exercises }: Report, width: number): readonly string[] {
  if (adjustments === undefined) return [];
  const steps = phraseAdjustments(adjustments, exercises);
  return [
    message("terminal.as-graded", { points: formatPoints(adjustments.rawScore) }),
    ...steps.flatMap(({ what, change, why }) => wrapText(`${printable(what)}: ${change}. ${printable(why)}`, width)),
  ];
}
