import { stringify } from "csv-stringify/sync";
import { printable } from "../phrasing/text/printable.ts";

/** What an exporter of a class gives: the file, and what its reader should know. */
export type ClassExport = { readonly text: string; readonly warnings: readonly string[] };

/**
 * Rows as CSV (RFC 4180): commas, CR LF, quotes where they are needed.
 * @param rows Cells as they are to be written: text from outside goes through {@link textCell} first.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => [...cells]),
    { record_delimiter: "windows" },
  );
}

// The second four are what a spreadsheet set to Japanese or Chinese takes for the first. Spaces and quotes before it may be dropped.
const formula = /^(?:[\s"]*[=+\-@＝＋－＠]|[\t\r])/u;
// Where a spreadsheet takes one of these for the separator, quotes in the middle of what it takes for a cell do not count.
const formulaBehindSeparator = /(?<=[;|\t])(?=[\s"]*[=+\-@＝＋－＠])/gu;

/**
 * Text for a cell that a spreadsheet will not take for a formula, whichever separator it assumes: what starts like one, at the beginning or
 * behind a semicolon, a bar or a tab, gets an apostrophe in front. Line breaks and everything else that cannot be seen are
 * written as escapes, as on the pages.
 */
export function textCell(text: string): string {
  const shown = printable(text);
  const harmless = shown.replaceAll(formulaBehindSeparator, "'");
  // Before `printable()` a tab was one; its escape is harmless, but the apostrophe shows that the cell is text.
  return formula.test(shown) || formula.test(text) ? `'${harmless}` : harmless;
}

/**
 * Why text would not arrive as it is: an identifier that does not would name nobody, or somebody else.
 * @returns A predicate (`is empty`), or null for text that arrives.
 */
export function cellFault(text: string): string | null {
  if (text === "") return "is empty";
  if (formula.test(text)) return "starts like a formula";
  if (text.search(formulaBehindSeparator) !== -1) return "holds a formula behind a semicolon, a bar or a tab";
  if (text.trim() !== text) return "starts or ends with a space";
  return printable(text) === text ? null : "holds a line break or a character that cannot be seen";
}
