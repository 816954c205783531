import { phraseInputs } from "../phrasing/phrase-inputs.ts";
import { type MatrixView, previewMatrix } from "../phrasing/text/preview-matrix.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { CaseInput } from "../report/report.ts";

/** What a case calls the function with, for a template. */
export type InputsView = {
  /** In a line: extents of tensors, small values. */
  readonly brief: string;
  /** Numbers with a shape have a matrix, all else a text. */
  readonly inputs: readonly {
    readonly path: string;
    readonly text: string | null;
    readonly matrix: MatrixView | null;
  }[];
};

const previewSize = { rows: 16, columns: 12 };

/** @param inputs Of one case, at least one. */
export function inputsView(inputs: readonly CaseInput[]): InputsView {
  return {
    brief: printable(phraseInputs(inputs).join("; ")),
    inputs: inputs.map(({ path, text, preview }) => ({
      path: printable(path),
      text: text === undefined ? null : printable(text),
      matrix: preview === undefined ? null : previewMatrix(preview, previewSize),
    })),
  };
}
