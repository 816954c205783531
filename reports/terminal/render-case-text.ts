import { message } from "../messages/message.ts";
import { explainCase } from "../phrasing/errors/explain-case.ts";
import { phraseCase } from "../phrasing/phrase-case.ts";
import { phraseInputs } from "../phrasing/phrase-inputs.ts";
import { phraseExcerpt } from "../phrasing/phrase-source.ts";
import { type MatrixPair, type MatrixView, previewMatrices, previewMatrix } from "../phrasing/text/preview-matrix.ts";
import { printable } from "../phrasing/text/printable.ts";
import { toClause } from "../phrasing/text/sentence.ts";
import type { CaseInput, CaseReport, ExerciseReport } from "../report/report.ts";
import { padToWidth } from "./fit-text.ts";
import type { Paint } from "./paint.ts";
import { renderSource } from "./render-source.ts";
import { textWidth, wrapText } from "./text-width.ts";

const mostRows = 6;
const mostColumns = 6;
const mostInputRows = 16;
// A number with its sign, gap and mark.
const columnWidth = 12;
// Indentation, and the dots on either side.
const frameWidth = 8;
const consoleLines = 8;

/**
 * A failing case for the terminal: what happened, expected and found values, what was recognised, what was printed.
 * Sentences that the exercise's summary already contains are left out.
 * @param withInputs Whether to show the inputs in brief.
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
  const excerpt = caseReport.error === undefined ? null : phraseExcerpt(caseReport.error);
  const title = caseReport.title === undefined ? "" : ` (${printable(caseReport.title)})`;
  const body = [
    ...(isNew(what) ? wrap(what) : []),
    ...renderExplanation(caseReport, paint, width),
    ...(matrices === null ? [] : renderMatrixText(matrices, paint, width)),
    ...findings.filter(isNew).flatMap(wrap),
    ...(excerpt === null ? [] : renderSource(excerpt, paint, width)),
    ...renderConsole(caseReport.console ?? "", paint, width),
  ];
  const inputs = withInputs ? renderInputsBriefly(caseReport.inputs ?? [], paint, width) : [];
  if (body.length + inputs.length === 0) return [];
  const head = wrapText(`${printable(caseReport.id)}${title}`, width).map((line) => paint("bold", line));
  return [...head, ...inputs, ...body];
}

/** What an error means, and what to try. */
function renderExplanation(caseReport: CaseReport, paint: Paint, width: number): readonly string[] {
  const explanation = explainCase(caseReport);
  if (explanation === null) return [];
  return [
    ...wrapText(printable(explanation.what), width),
    ...wrapText(printable(explanation.tryThis), width).map((line) => paint("cyan", line)),
  ];
}

function renderConsole(console: string, paint: Paint, width: number): readonly string[] {
  if (console === "") return [];
  const lines = printable(console, { lines: true }).replaceAll("\t", "    ").trimEnd().split("\n");
  const shown = lines.slice(0, consoleLines).flatMap((line) => wrapText(line, width - 2));
  const rest =
    lines.length > consoleLines ? [message("terminal.more-lines", { count: lines.length - consoleLines })] : [];
  return [message("terminal.printed"), ...[...shown, ...rest].map((line) => paint("dim", `  ${line}`.trimEnd()))];
}

/** The inputs of a case in brief: shapes of tensors, small values. */
function renderInputsBriefly(inputs: readonly CaseInput[], paint: Paint, width: number): readonly string[] {
  if (inputs.length === 0) return [];
  const words = message("terminal.called-with", { inputs: phraseInputs(inputs).join("; ") });
  return wrapText(printable(words), width).map((line) => paint("dim", line));
}

/** The inputs of a case, number by number; of large tensors the beginning. */
export function renderInputsText(caseReport: CaseReport, paint: Paint, width: number): readonly string[] {
  const { id, title, inputs } = caseReport;
  if (inputs === undefined) return [];
  const size = { rows: mostInputRows, columns: Math.max(1, Math.floor((width - frameWidth) / columnWidth)) };
  const name = `${printable(id)}${title === undefined ? "" : ` (${printable(title)})`}`;
  const head = message("terminal.is-called-with", { case: name });
  return [
    ...wrapText(head, width).map((line) => paint("bold", line)),
    ...inputs.flatMap(({ path, text, dtype, preview }) => {
      const name = printable(path);
      if (preview === undefined) return wrapText(`${name} = ${printable(text ?? "")}`, width);
      const caption = `${name} [${preview.shape.join(", ")}]${dtype === undefined ? "" : ` ${printable(dtype)}`}`;
      return renderMatrixBlock(caption, previewMatrix(preview, size));
    }),
  ];
}

const gap = "    ";

/**
 * Expected and found values for the terminal: side by side where they fit, otherwise one below the other. A star marks
 * a value out of tolerance.
 */
function renderMatrixText({ expected, found }: MatrixPair, paint: Paint, width: number): readonly string[] {
  const left = block(`${message("page.expected")} [${expected.shape.join(", ")}]`, expected, null);
  const isStarred = found.rows.some(({ cells }) => cells.some(({ mark }) => mark !== "same"));
  const right = block(
    `${message("page.found")} [${found.shape.join(", ")}]${isStarred ? ` (* ${message("terminal.differs")})` : ""}`,
    found,
    paint,
  );
  const leftWidth = Math.max(...left.map(({ plain }) => textWidth(plain)));
  const rightWidth = Math.max(...right.map(({ plain }) => textWidth(plain)));
  if (leftWidth + gap.length + rightWidth > width) return [...left, ...right].map(({ painted }) => painted);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
    `${padToWidth(left[line]?.plain ?? "", leftWidth)}${gap}${right[line]?.painted ?? ""}`.trimEnd(),
  );
}

/** One matrix under its caption. */
function renderMatrixBlock(caption: string, matrix: MatrixView): readonly string[] {
  return block(caption, matrix, null).map(({ plain }) => plain.trimEnd());
}

type Line = { readonly plain: string; readonly painted: string };

function block(caption: string, matrix: MatrixView, paint: Paint | null): readonly Line[] {
  const widths = matrix.columns.map((_, column) =>
    Math.max(0, ...matrix.rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const lines = matrix.rows.map(({ cells }) => {
    const texts = cells.map(({ text, mark }, column) => {
      const hasStar = paint !== null && mark !== "same";
      const plain = `${text.padStart(widths[column] ?? 0)}${hasStar ? "*" : " "}`;
      return { plain, painted: hasStar ? paint("red", plain) : plain };
    });
    const frame = (row: readonly string[]) =>
      `  ${matrix.hasEarlierColumns ? "…  " : ""}${row.join(" ")}${matrix.hasMoreColumns ? " …" : ""}`;
    return { plain: frame(texts.map(({ plain }) => plain)), painted: frame(texts.map(({ painted }) => painted)) };
  });
  const same = (text: string): Line => ({ plain: text, painted: text });
  return [
    same(caption),
    ...(matrix.hasEarlierRows ? [same("  …")] : []),
    ...lines,
    ...(matrix.hasMoreRows ? [same("  …")] : []),
  ];
}
