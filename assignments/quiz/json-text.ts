/** A key that an object of a JSON text has more than once; `JSON.parse` keeps the last value and says nothing. */
export type DuplicateKey = {
  /** Key under which the object stands; null for the outermost one. */
  readonly under: string | null;
  readonly key: string;
  /** Where it stands, from 1, in order. */
  readonly lines: readonly number[];
};

type Level = { readonly isObject: boolean; readonly under: string | null; readonly keys: Map<string, number[]> };

/**
 * The duplicated keys of the outermost object of a JSON text and of the objects directly in it.
 * @param text JSON; of other text the result means nothing.
 */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const levels: Level[] = [];
  let depth = 0;
  let last = { text: "", line: 1 };
  let under: string | null = null;
  for (const token of jsonTokens(text)) {
    const level = depth === levels.length ? levels.at(-1) : undefined;
    if (token.text === "{" || token.text === "[") {
      depth += 1;
      // Deeper objects are none of an answers file.
      if (depth <= 2) levels.push({ isObject: token.text === "{", under: depth === 1 ? null : under, keys: new Map() });
    } else if (token.text === "}" || token.text === "]") {
      if (level !== undefined) found.push(...duplicatesOf(level));
      levels.length = Math.min(levels.length, --depth);
    } else if (token.text === ":" && level?.isObject) {
      // Files can have a hundred thousand keys; few have anything to decode.
      const key = last.text.includes("\\") ? String(JSON.parse(last.text)) : last.text.slice(1, -1);
      if (depth === 1) under = key;
      const lines = level.keys.get(key);
      if (lines === undefined) level.keys.set(key, [last.line]);
      else lines.push(last.line);
    }
    last = token;
  }
  return found;
}

function duplicatesOf({ under, keys }: Level): DuplicateKey[] {
  return [...keys].filter(([, lines]) => lines.length > 1).map(([key, lines]) => ({ under, key, lines }));
}

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

/** A piece of JSON text: a bracket, comma or colon, a string with its quotes, or a bare word such as a number. */
type JsonToken = {
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
function* jsonTokens(text: string): Generator<JsonToken> {
  // Sticky, and without a choice inside the string part: time grows with the length alone.
  const token = /(\s*)("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[-+.\w]+)/y;
  let line = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [whole, space = "", piece = ""] = match;
    if (space !== "") line += space.split("\n").length - 1;
    yield { text: piece, start: match.index + whole.length - piece.length, line };
  }
}
