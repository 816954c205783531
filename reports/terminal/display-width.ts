const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const zero = /[\p{Mn}\p{Me}\u200c\u200d]/u;

/**
 * Columns a printable text takes on a terminal: two for East Asian wide characters and emoji, none for combining marks.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The longest beginning of a text that fits into a number of terminal columns. */
export function takeWidth(text: string, width: number): string {
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

/** Cuts a text to a number of terminal columns, with an ellipsis in place of what is cut. @param width At least 1. */
export function cutToWidth(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${takeWidth(text, width - 1)}…`;
}

/** Fills a text with spaces to a number of terminal columns; a longer one stays as it is. */
export function padToWidth(text: string, width: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + fill : fill + text;
}

function characterWidth(character: string): number {
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
