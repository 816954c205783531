import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * Letters, signs and blocks of which each takes one column, whatever stands beside it: all that a report of honest work is made of. What
 * knows the others has tables that take longer to load than such a report takes to print.
 */
const narrow =
  /^[ -~\u00a1-\u00ac\u00ae-\u02af\u0391-\u03a1\u03a3-\u03c9\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc\u2713-\u2718]*$/;

/** Columns that a text takes in a terminal. */
export function textWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  const { default: stringWidth } = load("string-width") as typeof import("string-width");
  return stringWidth(text);
}

/**
 * Breaks a text at spaces into lines of at most `width` terminal columns; a word longer than a line is broken.
 * @param width At least 2; less counts as 2.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const columns = Math.max(2, width);
  const words = text.split(" ");
  if (narrow.test(text) && words.every(({ length }) => length <= columns)) return wrapWords(words, columns);
  const { default: wrapAnsi } = load("wrap-ansi") as typeof import("wrap-ansi");
  return wrapAnsi(text, columns, { hard: true }).split("\n");
}

/** As wrap-ansi does it: spaces stay where they are between words of one line. */
function wrapWords(words: readonly string[], columns: number): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of words) {
    const begun = row === "" ? "" : `${row} `;
    if (row !== "" && word !== "" && begun.length + word.length > columns) {
      rows.push(begun);
      row = word;
    } else row = begun + word;
  }
  return [...rows, row].map((line) => line.replace(/ +$/, ""));
}
