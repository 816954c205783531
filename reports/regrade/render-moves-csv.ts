import { csvTable, textCell } from "../exports/csv-table.ts";
import type { Move } from "./move.ts";
import { phraseKindOfMove, phraseMove } from "./phrase-move.ts";

const columns = ["student", "name", "change", "before", "after", "move", "why"];

/**
 * The moves as CSV (RFC 4180), one line for each, in their order. Points have at most two decimals and are empty where there are none. A text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderMovesCsv(moves: readonly Move[]): string {
  const rows = moves.map((move) => [
    textCell(move.student),
    textCell(move.name ?? ""),
    phraseKindOfMove(move),
    pointsCell(move.before),
    pointsCell(move.after),
    pointsCell(move.delta),
    textCell(phraseMove(move).join(" | ")),
  ]);
  return csvTable([columns, ...rows]);
}

function pointsCell(points: number | undefined): string {
  // The addend makes 0 of -0.
  return points === undefined ? "" : String(Number(points.toFixed(2)) + 0);
}
