import type { Declaration, Outline } from "./declarations.ts";
import { type Code, type Words, wordAt } from "./read-code.ts";
import { readTokens } from "./scan-tokens.ts";

/**
 * A function, and all else that its file declares and that it uses, directly or not.
 * @param main Of the outline.
 */
export function withHelpers({ code, declarations }: Outline, main: Declaration): readonly Declaration[] {
  const found = new Set([main]);
  for (const { first, last } of found) {
    for (let at = first; at <= last; at++) {
      if (code.tokens[at]?.kind !== "name") continue;
      const used = declarations.get(wordAt(code, at));
      if (used !== undefined && !/^\??\.$/.test(wordAt(code, at - 1))) found.add(used);
    }
  }
  return [...found].sort((a, b) => a.first - b.first);
}

/** The tokens of a piece of code, the last included. */
export type TokenRange = { readonly first: number; readonly last: number };

/**
 * Where a piece of code stands in some declarations, token by token: `1 - beta1` is found whatever the spaces are; `0.5` where `.5` is
 * written; `"db"`, a key, in `"db"`, "db1", `db${l}` and `grads.db1`. Names that are only declared there are passed over: those of
 * the declarations and of their parameters.
 * @param piece Code that is read like that of the submission.
 */
export function findCode(code: Code, declarations: readonly Declaration[], piece: string): readonly TokenRange[] {
  const wanted: Words = { text: piece, tokens: [...readTokens(piece)] };
  const { length } = wanted.tokens;
  if (length === 0) return [];
  const found: TokenRange[] = [];
  for (const declaration of declarations) {
    const declared = new Set([declaration.nameAt, ...(declaration.parameters ?? []).map(({ at }) => at)]);
    for (let at = declaration.first; at + length - 1 <= declaration.last; at++) {
      if (declared.has(at) || !standsAt(code, at, wanted)) continue;
      found.push({ first: at, last: at + length - 1 });
      at += length - 1;
    }
  }
  return found;
}

const standsAt = (code: Code, at: number, wanted: Words): boolean =>
  wanted.tokens.every((_, i) => isLike(code, at + i, wanted, i));

function isLike(code: Code, at: number, wanted: Words, i: number): boolean {
  const kind = code.tokens[at]?.kind;
  const wantedKind = wanted.tokens[i]?.kind;
  if (wantedKind === "string") return isKey(code, at, wordAt(wanted, i).slice(1, -1));
  if (kind !== wantedKind) return false;
  if (kind === "name") return wordAt(code, at) === wordAt(wanted, i);
  // Of all else the kind says what it is.
  return kind !== "number" || Number(wordAt(code, at).replaceAll("_", "")) === Number(wordAt(wanted, i));
}

/** Whether a key is written there, with or without the number of a layer. */
function isKey(code: Code, at: number, key: string): boolean {
  const kind = code.tokens[at]?.kind;
  if (kind !== "string" && kind !== "template" && kind !== "name") return false;
  const word = wordAt(code, at);
  if (kind === "string") return isNumbered(word.slice(1, -1), key);
  if (kind === "template") return word.startsWith("`") && isNumbered(word.slice(1, word.endsWith("${") ? -2 : -1), key);
  const isProperty = /^\??\.$/.test(wordAt(code, at - 1)) || wordAt(code, at + 1) === ":";
  return isProperty && isNumbered(word, key);
}

const isNumbered = (word: string, key: string): boolean =>
  word.startsWith(key) && /^\d*$/.test(word.slice(key.length, key.length + 5));
