import { stringIndexOf, stringRepeat, stringSlice } from "../intrinsics/intrinsics.ts";

let printed = "";
let limit = 0;
let indentation = 0;

/** Deepest indentation by groups, characters: a group for each of a million steps must not cost a million blanks a line. */
const mostIndentation = 100;
const groupIndentation = 2;

/** Empties the record of what was printed. @param limitCharacters How much of the next case's output is kept. */
export function resetPrinted(limitCharacters: number): void {
  printed = "";
  limit = limitCharacters;
  indentation = 0;
}

/** What was printed since the last reset. */
export function printedText(): string {
  return printed;
}

/** How many characters are still kept: beyond them nothing has to be put into words. */
export const roomLeft = (): number => limit - printed.length;

/** Prints lines as they are, behind the indentation of the groups that are open. */
export function writeLines(text: string): void {
  if (printed.length >= limit) return;
  printed = stringSlice(`${printed}${indentLines(stringSlice(text, 0, limit), indentation)}\n`, 0, limit);
}

/** Prints without a line break, as `process.stdout.write` does. */
export function writeText(text: string): void {
  if (printed.length < limit) printed = stringSlice(`${printed}${stringSlice(text, 0, limit)}`, 0, limit);
}

/** Opens (1) or closes (-1) a group. */
export function indent(groups: 1 | -1): void {
  indentation += groups * groupIndentation;
  if (indentation < 0) indentation = 0;
}

function indentLines(text: string, width: number): string {
  if (width === 0) return text;
  const blanks = stringRepeat(" ", width < mostIndentation ? width : mostIndentation);
  return blanks + replaceAll(text, "\n", `\n${blanks}`);
}

/** A text with another part in the place of one, wherever it stands. */
export function replaceAll(text: string, part: string, by: string): string {
  let replaced = "";
  let from = 0;
  for (let at = stringIndexOf(text, part); at !== -1; at = stringIndexOf(text, part, from)) {
    replaced += stringSlice(text, from, at) + by;
    from = at + part.length;
  }
  return replaced + stringSlice(text, from);
}
