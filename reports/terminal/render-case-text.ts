import type { CaseReport, ExerciseReport } from "../report.ts";
import { phraseCase } from "../words/phrase-case.ts";
import { previewMatrices } from "../words/preview-matrix.ts";
import { printable } from "../words/printable.ts";
import { toClause } from "../words/to-clause.ts";
import type { Paint } from "./paint.ts";
import { renderMatrixText } from "./render-matrix-text.ts";
import { wrapText } from "./wrap-text.ts";

const mostRows = 6;
const mostColumns = 6;
// A number with its sign, gap and mark.
const columnWidth = 12;
// Indentation, and the dots on either side.
const frameWidth = 8;
const consoleLines = 8;

/**
 * A failing case for the terminal: what happened, expected and found values, what was recognised, what was printed.
 * Sentences that the exercise's summary already told are left out.
 */
export function renderCaseText(
  caseReport: CaseReport,
  exercise: ExerciseReport,
  paint: Paint,
  width: number,
): readonly string[] {
  const { what, findings } = phraseCase(caseReport, exercise);
  const isNew = (sentence: string) => !exercise.summary.includes(toClause(sentence));
  const wrap = (sentence: string) => wrapText(printable(sentence), width);
  const size = {
    rows: mostRows,
    columns: Math.min(mostColumns, Math.max(1, Math.floor((width - frameWidth) / columnWidth))),
  };
  const matrices = caseReport.mismatch === undefined ? null : previewMatrices(caseReport.mismatch, size);
  const title = caseReport.title === undefined ? "" : ` (${printable(caseReport.title)})`;
  const body = [
    ...(isNew(what) ? wrap(what) : []),
    ...(matrices === null ? [] : renderMatrixText(matrices, paint, width)),
    ...findings.filter(isNew).flatMap(wrap),
    ...renderConsole(caseReport.console ?? "", paint, width),
  ];
  if (body.length === 0) return [];
  return [...wrapText(`${printable(caseReport.id)}${title}`, width).map((line) => paint("bold", line)), ...body];
}

function renderConsole(console: string, paint: Paint, width: number): readonly string[] {
  if (console === "") return [];
  const lines = printable(console, { lines: true }).replaceAll("\t", "    ").trimEnd().split("\n");
  const shown = lines.slice(0, consoleLines).flatMap((line) => wrapText(line, width - 2));
  const rest = lines.length > consoleLines ? [`… ${lines.length - consoleLines} more lines`] : [];
  return ["printed:", ...[...shown, ...rest].map((line) => paint("dim", `  ${line}`.trimEnd()))];
}
