/** A piece of JSON text: a bracket, comma or colon, a string with its quotes, or a bare word such as a number. */
export type JsonToken = {
  readonly text: string;
  /** Where it begins, characters from 0. */
  readonly start: number;
  /** From 1. */
  readonly line: number;
};

/**
 * The tokens of a text that is JSON or nearly so, `NaN` and the like included. Reading ends at the first character that
 * begins no token.
 */
export function* jsonTokens(text: string): Generator<JsonToken> {
  // Sticky, and without a choice inside the string part: time grows with the length alone.
  const token = /(\s*)("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[-+.\w]+)/y;
  let line = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [whole, space = "", piece = ""] = match;
    line += space.split("\n").length - 1;
    yield { text: piece, start: match.index + whole.length - piece.length, line };
  }
}
