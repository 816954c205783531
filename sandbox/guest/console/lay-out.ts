import { charCodeAt, define, floor, sqrt, stringIndexOf, stringRepeat } from "../intrinsics/intrinsics.ts";
import type { ListFacts, Look } from "./look.ts";

/** An object in words, before it is decided how many lines that takes. */
export type Parts = {
  /** What stands before the brace, or `""`. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
  readonly entries: readonly string[];
  /** Of a list: whether its entries are numbers, which are put in columns from the right. */
  readonly list?: ListFacts;
};

const mostColumns = 15;

/** Puts an object on one line where it fits, or on several, as Node does. @param depth Of the object, from 1. */
export function layOut(look: Look, { base, open, close, entries, list }: Parts, depth: number): string {
  const front = base === "" ? open : `${base} ${open}`;
  const lines = list !== undefined && entries.length > 6 ? inColumns(look, entries, list) : entries;
  if (look.currentDepth - depth < 3 && lines === entries) {
    const start = entries.length + look.indentation + open.length + base.length + 10;
    const joined = fits(look, entries, start, base) ? join(entries, ", ") : "\n";
    if (stringIndexOf(joined, "\n") === -1) return `${front} ${joined} ${close}`;
  }
  const indentation = `\n${stringRepeat(" ", look.indentation)}`;
  return `${front}${indentation}  ${join(lines, `,${indentation}  `)}${indentation}${close}`;
}

function fits(look: Look, entries: readonly string[], start: number, base: string): boolean {
  let length = entries.length + start;
  if (length + entries.length > look.breakLength) return false;
  for (let i = 0; i < entries.length; i++) {
    length += (entries[i] as string).length;
    if (length > look.breakLength) return false;
  }
  return stringIndexOf(base, "\n") === -1;
}

/** Texts with another between each two of them. */
export function join(texts: readonly string[], separator: string): string {
  let joined = "";
  for (let i = 0; i < texts.length; i++) joined += i === 0 ? texts[i] : `${separator}${texts[i]}`;
  return joined;
}

/** Entries of similar length side by side. */
function inColumns(look: Look, entries: readonly string[], list: ListFacts): readonly string[] {
  const count = list.hasRest ? entries.length - 1 : entries.length;
  const widths: number[] = [];
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = textWidth(entries[i] as string);
    define(widths, i, width);
    total += width + 2;
    if (width > widest) widest = width;
  }
  const most = widest + 2;
  if (most * 3 + look.indentation >= look.breakLength || (total / most <= 5 && widest > 6)) return entries;
  const columns = columnCount(look, { count, most, mean: total / entries.length });
  if (columns <= 1) return entries;
  const rows: string[] = [];
  for (let first = 0; first < count; first += columns) {
    const end = first + columns < count ? first + columns : count;
    let row = "";
    for (let i = first; i < end; i++) {
      const width = columnWidth(widths, i - first, columns) + (i === end - 1 ? -2 : 0);
      const text = i === end - 1 ? (entries[i] as string) : `${entries[i]}, `;
      const shown = (widths[i] as number) + (i === end - 1 ? 0 : 2);
      const blanks = width > shown ? stringRepeat(" ", width - shown) : "";
      row += list.isNumeric ? blanks + text : i === end - 1 ? text : text + blanks;
    }
    define(rows, rows.length, row);
  }
  if (list.hasRest) define(rows, rows.length, entries[count]);
  return rows;
}

function columnCount(look: Look, { count, most, mean }: { count: number; most: number; mean: number }): number {
  const bias = most - 3 - sqrt(most - mean);
  const biased = bias > 1 ? bias : 1;
  const square = floor(sqrt(2.5 * biased * count) / biased + 0.5);
  const wide = floor((look.breakLength - look.indentation) / most);
  let least = square < wide ? square : wide;
  if (least > 12) least = 12;
  return least < mostColumns ? least : mostColumns;
}

function columnWidth(widths: readonly number[], column: number, columns: number): number {
  let widest = 0;
  for (let i = column; i < widths.length; i += columns)
    if ((widths[i] as number) > widest) widest = widths[i] as number;
  return widest + 2;
}

/** Columns that a text takes on a terminal: signs of East Asia and emoji take two, marks above letters none. */
export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    let code = charCodeAt(text, i);
    if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
      i += 1;
      code = (code - 0xd800) * 1024 + charCodeAt(text, i) - 0xdc00 + 0x10000;
    }
    if (isWide(code)) width += 2;
    else if (!isInvisible(code)) width += 1;
  }
  return width;
}

const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f680 && code <= 0x1f6ff) ||
    (code >= 0x1f900 && code <= 0x1f9ff) ||
    (code >= 0x20000 && code <= 0x3fffd));

const isInvisible = (code: number): boolean =>
  code <= 0x1f ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xfe20 && code <= 0xfe2f);
