import { printable } from "../../../reports/phrasing/text/printable.ts";

/** Results of which no gradebook can be made. @property lines What is wrong with them, one line each. */
export class GradebookError extends Error {
  override readonly name = "GradebookError";
  readonly lines: readonly string[];

  constructor(lines: readonly string[], options?: ErrorOptions) {
    const shown = lines.map((line) => printable(`Cannot make the gradebook: ${line}`));
    super(shown.join("\n"), options);
    this.lines = shown;
  }
}
