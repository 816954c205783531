import { jsonTokens } from "./json-tokens.ts";

const nonFinite = /^[-+]?(?:NaN|Infinity)$/;

/**
 * JSON in which `NaN`, `Infinity` and `-Infinity`, which some writers put and JSON does not have, are made strings, so
 * that the rest of the file can be read.
 * @returns The text, changed only there.
 */
export function quoteNonFinite(text: string): string {
  let written = "";
  let end = 0;
  for (const token of jsonTokens(text)) {
    if (!nonFinite.test(token.text)) continue;
    written += `${text.slice(end, token.start)}"${token.text}"`;
    end = token.start + token.text.length;
  }
  return written + text.slice(end);
}
