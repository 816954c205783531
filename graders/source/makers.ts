import type { Declaration, Outline } from "./declarations.ts";
import { type TokenRange, withHelpers } from "./find-code.ts";
import { type Code, isName, wordAt } from "./read-code.ts";

/**
 * Where something is made: `const dZ2 = …`, `grads.dZ2 = …`, `v[d] = …`, or the pair `["dW" + l, …]`.
 * @property base The names in front of the key: `["dZ2"]`, `["grads"]`, `["result", "v"]`; none of a pair.
 * @property key What is written of the key; undefined where there is none, "" where it is computed.
 */
export type Maker = { readonly base: readonly string[]; readonly key: string | undefined; readonly range: TokenRange };

/** What a function makes, and by which names it returns things that it calls otherwise. */
export type Making = { readonly makers: readonly Maker[]; readonly aliases: ReadonlyMap<string, string> };

/** Reads what a function and all that it uses of its file assign, token by token. */
export function makingOf(outline: Outline, main: Declaration): Making {
  const { code } = outline;
  const makers: Maker[] = [];
  const aliases = new Map<string, string>();
  for (const { first, last, parameters = [] } of withHelpers(outline, main)) {
    const defaults = new Set(parameters.map((one) => one.at));
    for (let at = first; at <= last; at++) {
      const maker = makerAt(code, at, last);
      if (maker !== undefined && !defaults.has(maker.range.first) && !isCounter(code, maker)) makers.push(maker);
      const alias = aliasAt(code, at);
      if (alias !== undefined) aliases.set(...alias);
    }
  }
  return { makers, aliases };
}

/** `for (let l = 1; …`: it counts, and is made of nothing. */
const isCounter = (code: Code, { range: { first } }: Maker): boolean =>
  code.tokens[first - 1]?.kind === "let" && wordAt(code, first - 2) === "(";

/** @param at The sign of equality, or what follows the key of a pair or of a property. */
function makerAt(code: Code, at: number, last: number): Maker | undefined {
  const kind = code.tokens[at]?.kind;
  if (kind === "=") {
    const target = targetBefore(code, at);
    return target && { ...target.made, range: { first: target.first, last: endOfExpression(code, at + 1, last) } };
  }
  if (kind === ",") return pairAt(code, at, last);
  if (kind === ":" && isProperty(code, at)) {
    const range = { first: at - 1, last: endOfExpression(code, at + 1, last) };
    return range.last === at + 1 ? undefined : { base: [], key: literal(code, at - 1), range };
  }
  return undefined;
}

/** A key in an object: behind a brace or a comma. */
const isProperty = (code: Code, colon: number): boolean =>
  /^[{,]$/.test(wordAt(code, colon - 2)) && /^(?:name|string)$/.test(code.tokens[colon - 1]?.kind ?? "");

/** `{ A1: masked }`: A1 is called masked. */
function aliasAt(code: Code, at: number): readonly [string, string] | undefined {
  if (code.tokens[at]?.kind !== ":" || !isProperty(code, at) || !isName(code, at + 1)) return undefined;
  return /^[,}]$/.test(wordAt(code, at + 2)) ? [literal(code, at - 1), wordAt(code, at + 1)] : undefined;
}

/** The words of a key: of a template and of a sum only the beginning. */
function literal(code: Code, at: number): string {
  const word = wordAt(code, at);
  return code.tokens[at]?.kind === "name" ? word : word.replace(/^["'`]|(?:\$\{|["'`])$/g, "");
}

type Target = { readonly made: Omit<Maker, "range">; readonly first: number };

/** What stands on the left of an assignment, read backwards. */
function targetBefore(code: Code, equals: number): Target | undefined {
  let at = withoutType(code, equals - 1);
  let key: string | undefined;
  if (wordAt(code, at) === "]") {
    const open = openingOf(code, at);
    key = code.tokens[open + 1]?.kind === "name" ? "" : literal(code, open + 1);
    at = open - 1;
  }
  const base: string[] = [];
  for (; isName(code, at); at -= 2) {
    base.unshift(wordAt(code, at));
    if (!/^\??\.$/.test(wordAt(code, at - 1))) break;
  }
  if (base.length === 0) return undefined;
  if (key === undefined && base.length > 1) key = base.pop();
  return { made: { base, key }, first: at };
}

/** The name in front of a type: `dZ2: Tensor2D`. */
function withoutType(code: Code, end: number): number {
  for (let at = end; at > end - 8; at--) {
    if (code.tokens[at]?.kind === ":" && code.tokens[at - 2]?.kind === "let") return at - 1;
  }
  return end;
}

function openingOf(code: Code, close: number): number {
  let at = close - 1;
  while (at > 0 && code.closing[at] !== close) at--;
  return at;
}

/** `["dW" + l, value]`. @param comma That which stands behind the key. */
function pairAt(code: Code, comma: number, last: number): Maker | undefined {
  for (let at = comma - 1; at > comma - 8 && at > 0; at--) {
    if (code.tokens[at]?.kind !== "[" || !/^(?:string|template)$/.test(code.tokens[at + 1]?.kind ?? "")) continue;
    const close = code.closing[at] ?? at;
    return close > comma
      ? { base: [], key: literal(code, at + 1), range: { first: at, last: Math.min(close, last) } }
      : undefined;
  }
  return undefined;
}

/** The last token of the expression that begins there. */
export function endOfExpression(code: Code, begin: number, last: number): number {
  for (let at = begin; at <= last; at++) {
    at = code.closing[at] ?? at;
    const [token, next] = [code.tokens[at], code.tokens[at + 1]];
    if (token === undefined || next === undefined || /^(?:[;,)\]}]|let|return|for|if)$/.test(next.kind)) return at;
    const isNewLine = code.text.slice(token.end, next.start).includes("\n");
    if (isNewLine && /^(?:name|number|[)\]}])$/.test(token.kind) && next.kind === "name") return at;
  }
  return last;
}
