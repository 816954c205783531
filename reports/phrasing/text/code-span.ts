import { printable } from "./printable.ts";

const longestSpan = 160;

/**
 * A name, path or message as a code span in a sentence. It is made printable and cut; backticks in it become
 * apostrophes, so that the span ends where it should.
 */
export function codeSpan(text: string): string {
  return `\`${cutText(printable(text), longestSpan).replaceAll("`", "'")}\``;
}

/**
 * Shortens a text to a number of characters (code points); an ellipsis replaces what was cut.
 * @param limit At least 1.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
