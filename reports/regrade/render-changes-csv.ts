import { csvTable, textCell } from "../exports/csv-table.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { phraseKindOfChange, phraseScoreChange } from "./phrase-score-change.ts";
import type { ScoreChange } from "./score-change.ts";

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
