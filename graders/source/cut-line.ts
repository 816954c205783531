/** Characters of a line that are shown, without the ellipses. */
export const longestLine = 160;

/** A line as it is shown, and how many characters further left everything stands in it. */
type CutLine = { readonly text: string; readonly shift: number };

/** The part of a line around a column; ellipses stand for what was cut. No character of two code units is cut in two. @param column From 1. */
export function cutLine(line: string, column = 1): CutLine {
  if (line.length <= longestLine) return { text: line, shift: 0 };
  let from = Math.max(0, Math.min(column - 1 - longestLine / 2, line.length - longestLine));
  let to = Math.min(line.length, from + longestLine);
  if (isLowSurrogate(line.charCodeAt(from))) from += 1;
  if (isLowSurrogate(line.charCodeAt(to))) to -= 1;
  const [before, behind] = [from > 0 ? "…" : "", to < line.length ? "…" : ""];
  return { text: before + line.slice(from, to) + behind, shift: from - before.length };
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
