import { csvTable, textCell } from "../exports/csv-table.ts";
import { inLanguage } from "../messages/language.ts";
import { message } from "../messages/message.ts";
import { phraseSetting } from "../phrasing/phrase-manifest-change.ts";
import { formatDelta, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { cutToWidth, padToWidth } from "../terminal/fit-text.ts";
import { createPaint, type Paint } from "../terminal/paint.ts";
import type { TextOptions } from "../terminal/render-text.ts";
import { textWidth, wrapText } from "../terminal/text-width.ts";
import { phraseKindOfChange, phraseScoreChange } from "./phrase-score-change.ts";
import { type ExerciseTotals, regradeTotals } from "./regrade-totals.ts";
import type { RegradeFacts, ScoreChange } from "./score-change.ts";

const widestName = 28;
const narrowest = 60;
const gap = "  ";

/** How the changes are shown in the terminal. */
export type ChangesTextOptions = TextOptions & {
  /** Students to list; the others are counted. Default all. */
  readonly most?: number;
};

/**
 * Score changes for the terminal: a few lines for each student with the points before and after, the difference and
 * why; then what changed by exercise, and the totals. Ends in a line feed.
 */
export function renderChangesText(
  scoreChanges: readonly ScoreChange[],
  facts: RegradeFacts,
  options: ChangesTextOptions,
): string {
  const paint = createPaint(options.color);
  const shown = scoreChanges.slice(0, options.most ?? scoreChanges.length);
  const more = scoreChanges.length - shown.length;
  const totals = regradeTotals(scoreChanges, facts);
  const sections = [
    [
      ...changeLines(shown, Math.max(narrowest, options.width), paint),
      ...(more === 0 ? [] : [message("page.and-more", { count: more })]),
    ],
    totals.exercises.map((exercise) => `${printable(exercise.id)}: ${phraseExerciseTotals(exercise)}`),
    [phraseRegradeTotals(scoreChanges, facts)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function changeLines(scoreChanges: readonly ScoreChange[], width: number, paint: Paint): string[] {
  const cells = scoreChanges.map((change) => ({
    change,
    name: cutToWidth(printable(change.student), widestName),
    points: `${formatSide(change.before)} → ${formatSide(change.after)}`,
    delta: formatDelta(change.delta),
    why: change.kind === "changed" ? phraseScoreChange(change).join("; ") : phraseKindOfChange(change),
  }));
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  const nameWidth = widest(cells.map(({ name }) => name));
  const pointsWidth = widest(cells.map(({ points }) => points));
  const deltaWidth = widest(cells.map(({ delta }) => delta));
  const whyWidth = Math.max(30, width - nameWidth - pointsWidth - deltaWidth - 3 * gap.length);
  const indent = " ".repeat(nameWidth + pointsWidth + deltaWidth + 3 * gap.length);
  return cells.map(({ change, name, points, delta, why }) =>
    [
      padToWidth(name, nameWidth),
      padToWidth(points, pointsWidth, "right"),
      paintDelta(padToWidth(delta, deltaWidth, "right"), change.delta, paint),
      wrapText(why, whyWidth)
        .map((line) => paint("dim", line))
        .join(`\n${indent}`),
    ].join(gap),
  );
}

const formatSide = (points: number | undefined): string => (points === undefined ? "–" : formatPoints(points));

function paintDelta(text: string, delta: number, paint: Paint): string {
  if (delta === 0) return text;
  return paint(delta > 0 ? "green" : "red", text);
}

/** The totals of one exercise in a line: `rtol 0.001 → 0.00001; 3 down, mean −0.12`. */
function phraseExerciseTotals({ change, up, down, mean, casesChanged }: ExerciseTotals): string {
  const settings =
    change === undefined
      ? []
      : change.kind === "changed"
        ? change.settings.map(phraseSetting)
        : [message(`regrade.exercise.${change.kind}`)];
  const changed =
    up + down === 0
      ? [message("regrade.no-points-change")]
      : [message("regrade.up-down-mean", { up, down, mean: formatDelta(mean) })];
  const cases = casesChanged === 0 ? [] : [message("regrade.cases-changed-for", { count: casesChanged })];
  return [...settings, ...changed, ...cases].join("; ");
}

/** A comparison in one line: `40 students: 3 up, 2 down, 35 with the same points · mean change +0.25`. */
function phraseRegradeTotals(scoreChanges: readonly ScoreChange[], facts: RegradeFacts): string {
  const { up, down, unchanged, appeared, vanished, mean } = regradeTotals(scoreChanges, facts);
  const counts = [
    message("regrade.totals", { count: facts.both, up, down, unchanged }),
    ...(appeared === 0 ? [] : [message("regrade.appeared", { count: appeared })]),
    ...(vanished === 0 ? [] : [message("regrade.count-vanished", { count: vanished })]),
  ].join(", ");
  return up + down === 0 ? counts : message("regrade.totals-mean", { counts, mean: formatDelta(mean) });
}

const columns = ["student", "name", "change", "before", "after", "difference", "why"];

/**
 * Score changes as CSV (RFC 4180), in English whoever reads it, one line each, in the given order. Points have at most two decimals and are empty
 * where there are none. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderChangesCsv(scoreChanges: readonly ScoreChange[]): string {
  return inLanguage("en", () => csvTable([columns, ...scoreChanges.map(changeCells)]));
}

const changeCells = (change: ScoreChange): string[] => [
  textCell(change.student),
  textCell(change.name ?? ""),
  phraseKindOfChange(change),
  pointsCell(change.before),
  pointsCell(change.after),
  pointsCell(change.delta),
  textCell(phraseScoreChange(change).join(" | ")),
];

function pointsCell(points: number | undefined): string {
  return points === undefined ? "" : formatPoints(points);
}
