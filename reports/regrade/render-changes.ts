import stringWidth from "string-width";
import { csvTable, textCell } from "../exports/csv-table.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { cutToWidth, padToWidth, wrapText } from "../terminal/fit-text.ts";
import { createPaint, type Paint } from "../terminal/paint.ts";
import type { TextOptions } from "../terminal/render-text.ts";
import { formatDelta, phraseKindOfChange, phraseScoreChange, phraseSetting } from "./phrase-score-change.ts";
import { type ExerciseTotals, regradeTotals } from "./regrade-totals.ts";
import type { RegradeFacts, ScoreChange } from "./score-change.ts";

const widestName = 28;
const narrowest = 60;
const gap = "  ";

/** What of the moves goes to the terminal. */
export type ChangesTextOptions = TextOptions & {
  /** Lines of students; of more, the rest is counted. Default all. */
  readonly most?: number;
};

/**
 * Who moves, for the terminal: a few lines for each student with the points before and after, the move and why, then what changed by exercise and the totals.
 * Ends in a line feed.
 */
export function renderChangesText(
  moves: readonly ScoreChange[],
  facts: RegradeFacts,
  options: ChangesTextOptions,
): string {
  const paint = createPaint(options.color);
  const shown = moves.slice(0, options.most ?? moves.length);
  const more = moves.length - shown.length;
  const totals = regradeTotals(moves, facts);
  const sections = [
    [...changeLines(shown, Math.max(narrowest, options.width), paint), ...(more === 0 ? [] : [`and ${more} more`])],
    totals.exercises.map((exercise) => `${printable(exercise.id)}: ${phraseExerciseTotals(exercise)}`),
    [phraseRegradeTotals(moves, facts)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function changeLines(moves: readonly ScoreChange[], width: number, paint: Paint): string[] {
  const cells = moves.map((move) => ({
    move,
    name: cutToWidth(printable(move.student), widestName),
    points: `${formatSide(move.before)} → ${formatSide(move.after)}`,
    delta: formatDelta(move.delta),
    why: move.kind === "moved" ? phraseScoreChange(move).join("; ") : phraseKindOfChange(move),
  }));
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
  const nameWidth = widest(cells.map(({ name }) => name));
  const pointsWidth = widest(cells.map(({ points }) => points));
  const deltaWidth = widest(cells.map(({ delta }) => delta));
  const whyWidth = Math.max(30, width - nameWidth - pointsWidth - deltaWidth - 3 * gap.length);
  const indent = " ".repeat(nameWidth + pointsWidth + deltaWidth + 3 * gap.length);
  return cells.map(({ move, name, points, delta, why }) =>
    [
      padToWidth(name, nameWidth),
      padToWidth(points, pointsWidth, "right"),
      paintDelta(padToWidth(delta, deltaWidth, "right"), move.delta, paint),
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

/** What happens to one exercise, in a line: `rtol 0.001 → 0.00001; 3 down, mean −0.12`. */
function phraseExerciseTotals({ change, up, down, mean, casesChanged }: ExerciseTotals): string {
  const settings =
    change === undefined ? [] : change.kind === "changed" ? change.settings.map(phraseSetting) : [change.kind];
  const moved = up + down === 0 ? ["moves nobody's points"] : [`${phraseUpDown(up, down)}, mean ${formatDelta(mean)}`];
  const cases = casesChanged === 0 ? [] : [`cases changed for ${casesChanged}`];
  return [...settings, ...moved, ...cases].join("; ");
}

/** A comparison in one line: `40 students: 3 up, 2 down, 35 with the same points · mean move +0.25`. */
function phraseRegradeTotals(moves: readonly ScoreChange[], facts: RegradeFacts): string {
  const { up, down, unmoved, appeared, vanished, mean } = regradeTotals(moves, facts);
  const students = facts.both === 1 ? "1 student" : `${facts.both} students`;
  const counts = [
    `${students}: ${phraseUpDown(up, down)}, ${unmoved} with the same points`,
    ...(appeared === 0 ? [] : [`${appeared} new`]),
    ...(vanished === 0 ? [] : [`${vanished} vanished`]),
  ].join(", ");
  return up + down === 0 ? counts : `${counts} · mean move ${formatDelta(mean)}`;
}

const phraseUpDown = (up: number, down: number): string => `${up} up, ${down} down`;

const columns = ["student", "name", "change", "before", "after", "move", "why"];

/**
 * The moves as CSV (RFC 4180), one line for each, in their order. Points have at most two decimals and are empty where there are none. A text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderChangesCsv(moves: readonly ScoreChange[]): string {
  const rows = moves.map((move) => [
    textCell(move.student),
    textCell(move.name ?? ""),
    phraseKindOfChange(move),
    pointsCell(move.before),
    pointsCell(move.after),
    pointsCell(move.delta),
    textCell(phraseScoreChange(move).join(" | ")),
  ]);
  return csvTable([columns, ...rows]);
}

function pointsCell(points: number | undefined): string {
  return points === undefined ? "" : formatPoints(points);
}
