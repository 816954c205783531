import { textWidth } from "./text-width.ts";

/** Cuts a text to a number of terminal columns; an ellipsis replaces what was cut. @param width At least 1. */
export function cutToWidth(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let taken = "";
  let used = textWidth("…");
  // Made where a text has to be cut, for it takes longer than to print a report.
  for (const { segment } of new Intl.Segmenter("en").segment(text)) {
    used += textWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return `${taken}…`;
}

/** Pads a text with spaces to a number of terminal columns; a longer text stays as it is. */
export function padToWidth(text: string, width: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "left" ? text + fill : fill + text;
}
