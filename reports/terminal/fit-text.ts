import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

const graphemes = new Intl.Segmenter("en");

/** Cuts a text to a number of terminal columns; an ellipsis replaces what was cut. @param width At least 1. */
export function cutToWidth(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let taken = "";
  let used = stringWidth("…");
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return `${taken}…`;
}

/** Pads a text with spaces to a number of terminal columns; a longer text stays as it is. */
export function padToWidth(text: string, width: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + fill : fill + text;
}

/**
 * Breaks a text at spaces into lines of at most `width` terminal columns; a word longer than a line is broken.
 * @param width At least 2; less counts as 2.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(2, width), { hard: true }).split("\n");
}
