import { cutText } from "./cut-text.ts";
import { printable } from "./printable.ts";

const longestSpan = 160;

/**
 * A name, path or message as a code span in a sentence. It is made printable and cut; backticks in it become
 * apostrophes, so that the span ends where it should.
 */
export function codeSpan(text: string): string {
  return `\`${cutText(printable(text), longestSpan).replaceAll("`", "'")}\``;
}
