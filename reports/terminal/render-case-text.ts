import { phraseCase } from "../phrasing/phrase-case.ts";
import { previewMatrices } from "../phrasing/text/preview-matrix.ts";
import { printable } from "../phrasing/text/printable.ts";
import { toClause } from "../phrasing/text/sentence.ts";
import type { CaseReport, ExerciseReport } from "../report/report.ts";
import { wrapText } from "./fit-text.ts";
import type { Paint } from "./paint.ts";
import { renderInputsBriefly } from "./render-inputs-text.ts";
import { renderMatrixText } from "./render-matrix-text.ts";

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
 * @param withInputs Whether to say in brief what it calls the function with.
 */
export function renderCaseText(
  caseReport: CaseReport,
  exercise: ExerciseReport,
  paint: Paint,
  width: number,
  withInputs: boolean,
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
  const inputs = withInputs ? renderInputsBriefly(caseReport.inputs ?? [], paint, width) : [];
  if (body.length + inputs.length === 0) return [];
  const head = wrapText(`${printable(caseReport.id)}${title}`, width).map((line) => paint("bold", line));
  return [...head, ...inputs, ...body];
}

function renderConsole(console: string, paint: Paint, width: number): readonly string[] {
  if (console === "") return [];
  const lines = printable(console, { lines: true }).replaceAll("\t", "    ").trimEnd().split("\n");
  const shown = lines.slice(0, consoleLines).flatMap((line) => wrapText(line, width - 2));
  const rest = lines.length > consoleLines ? [`… ${lines.length - consoleLines} more lines`] : [];
  return ["printed:", ...[...shown, ...rest].map((line) => paint("dim", `  ${line}`.trimEnd()))];
}
