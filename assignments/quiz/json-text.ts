/** A key that an object of a JSON text has more than once; `JSON.parse` keeps the last value and says nothing. */
export type DuplicateKey = {
  /** Key under which the object stands; null for the outermost one. */
  readonly under: string | null;
  readonly key: string;
  /** Where it stands, from 1, in order. */
  readonly lines: readonly number[];
};

type Level = {
  readonly isObject: boolean;
  readonly under: string | null;
  /** The line of each key, where it stands first. */
  readonly keys: Map<string, number>;
  /** All lines of those that stand there again. */
  readonly repeated: Map<string, number[]>;
};

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
      if (depth <= 2) levels.push(levelOf(token.text === "{", depth === 1 ? null : under));
    } else if (token.text === "}" || token.text === "]") {
      if (level !== undefined) found.push(...duplicatesOf(level));
      levels.length = Math.min(levels.length, --depth);
    } else if (token.text === ":" && level?.isObject) {
      // Files can have a hundred thousand keys; few have anything to decode.
      const key = last.text.includes("\\") ? String(JSON.parse(last.text)) : last.text.slice(1, -1);
      if (depth === 1) under = key;
      count(level, key, last.line);
    }
    last = token;
  }
  return found;
}

const levelOf = (isObject: boolean, under: string | null): Level => ({
  ...{ isObject, under, keys: new Map(), repeated: new Map() },
});

function count({ keys, repeated }: Level, key: string, line: number): void {
  const first = keys.get(key);
  if (first === undefined) {
    keys.set(key, line);
    return;
  }
  const lines = repeated.get(key);
  if (lines === undefined) repeated.set(key, [first, line]);
  else lines.push(line);
}

const duplicatesOf = ({ under, repeated }: Level): DuplicateKey[] =>
  [...repeated].map(([key, lines]) => ({ under, key, lines }));

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

const space = /\s/;
const bareWord = /[-+.\w]+/y;
const [lineFeed, blank, quote, lastAscii] = [10, 32, 34, 127];
const signs: ReadonlySet<number> = new Set([..."{}[],:"].map((sign) => sign.charCodeAt(0)));

/**
 * The tokens of a text that is JSON or nearly so, `NaN` and the like included. Reading ends at the first character that
 * begins no token. Time grows with the length alone.
 */
function* jsonTokens(text: string): Generator<JsonToken> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    // By codes: there can be as many tokens as characters.
    const code = text.charCodeAt(at);
    if (code === lineFeed) line += 1;
    if ((code <= blank || code > lastAscii) && space.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const end = signs.has(code) ? at + 1 : code === quote ? endOfString(text, at) : endOfWord(text, at);
    if (end === undefined) return;
    yield { text: text.slice(at, end), start: at, line };
    at = end;
  }
}

/** Behind the closing quote; undefined where there is none. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charAt(at - 1 - slashes) === "\\") slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return undefined;
}

function endOfWord(text: string, start: number): number | undefined {
  bareWord.lastIndex = start;
  return bareWord.test(text) ? bareWord.lastIndex : undefined;
}
