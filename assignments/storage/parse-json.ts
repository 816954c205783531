/**
 * `JSON.parse` whose error always names the place.
 * @param text JSON without a byte order mark.
 * @throws SyntaxError `line 3, column 15: Unexpected token 'o'`
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const before = text.slice(0, positionOf(error.message, text)).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    const reason = error.message.replace(/,? (?:(?:in JSON )?at position \d+ |\.{0,3}").*$/s, "");
    throw new SyntaxError(`line ${before.length}, column ${column}: ${reason}`, { cause: error });
  }
}

/** V8 names no position for unexpected tokens: it is where the shortest prefix with such a token ends. */
function positionOf(message: string, text: string): number {
  const named = /at position (\d+) \(line \d+ column \d+\)$/.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  if (message.startsWith("Unexpected end")) return text.length;
  if (!message.startsWith("Unexpected token")) return 0;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (hasUnexpectedToken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return good;
}

function hasUnexpectedToken(prefix: string): boolean {
  try {
    JSON.parse(prefix);
    return false;
  } catch (error) {
    return error instanceof SyntaxError && error.message.startsWith("Unexpected token");
  }
}
