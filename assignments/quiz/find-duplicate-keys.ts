import { jsonTokens } from "./json-tokens.ts";

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
      const key = String(JSON.parse(last.text));
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
