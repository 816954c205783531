import { phraseInputs } from "../phrasing/phrase-inputs.ts";
import { previewMatrix } from "../phrasing/text/preview-matrix.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseInput, CaseReport } from "../report/report.ts";
import { wrapText } from "./fit-text.ts";
import type { Paint } from "./paint.ts";
import { renderMatrixBlock } from "./render-matrix-text.ts";

const mostRows = 16;
// A number with its sign and gap; the indentation, and dots on either side.
const columnWidth = 12;
const frameWidth = 8;

/** What a case calls the function with, in brief: extents of tensors, small values. */
export function renderInputsBriefly(inputs: readonly CaseInput[], paint: Paint, width: number): readonly string[] {
  if (inputs.length === 0) return [];
  const words = `called with ${phraseInputs(inputs).join("; ")} (--show-inputs prints the numbers)`;
  return wrapText(printable(words), width).map((line) => paint("dim", line));
}

/** What a case calls the function with, number by number; of large tensors the beginning. */
export function renderInputsText(caseReport: CaseReport, paint: Paint, width: number): readonly string[] {
  const { id, title, inputs } = caseReport;
  if (inputs === undefined) return [];
  const size = { rows: mostRows, columns: Math.max(1, Math.floor((width - frameWidth) / columnWidth)) };
  const head = `${printable(id)}${title === undefined ? "" : ` (${printable(title)})`} is called with`;
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
