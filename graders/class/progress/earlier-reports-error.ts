import { printable } from "../../../reports/phrasing/text/printable.ts";

/** Earlier reports cannot be compared with: one line for the person who named them. Exit code 2. */
export class EarlierReportsError extends Error {
  override readonly name = "EarlierReportsError";

  /** @param path Of the folder or file. @param why A clause, which may quote what was read. */
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(printable(`Cannot compare with earlier reports in "${path}": ${why}`), options);
  }
}
