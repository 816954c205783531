import { readTokens, type Token } from "./scan-tokens.ts";

/** Files that are longer, in characters or tokens, are no longer work of this kind; to read them would hold up others. */
const longestText = 200_000;
const mostTokens = 8_000;

/** A text as tokens. */
export type Words = { readonly text: string; readonly tokens: readonly Token[] };

/** A text as tokens, and the bracket that belongs to each bracket. */
export type Code = Words & {
  /** Of a bracket that opens, the one that closes; of each other token its own position. */
  readonly closing: Int32Array;
};

/** The characters of a token; "" where there is none. */
export function wordAt({ text, tokens }: Words, at: number): string {
  const token = tokens[at];
  return token === undefined ? "" : text.slice(token.start, token.end);
}

/** Whether a token may be the name of something: `of` is a keyword only in a loop. */
export const isName = ({ tokens }: Words, at: number): boolean => /^(?:name|of)$/.test(tokens[at]?.kind ?? "");

/**
 * Reads a source token by token, in time linear in its length: no text can hold that up, as it can a parser.
 * @returns undefined where it is too long, or its brackets are not in order.
 */
export function readCode(text: string): Code | undefined {
  if (text.length > longestText) return undefined;
  const tokens: Token[] = [];
  for (const token of readTokens(text)) {
    if (tokens.length === mostTokens) return undefined;
    tokens.push(token);
  }
  const closing = matchBrackets(text, tokens);
  return closing && { text, tokens, closing };
}

const pairs: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const closers = new Set(Object.values(pairs));

/** An expression in a template is between brackets too. */
function matchBrackets(text: string, tokens: readonly Token[]): Int32Array | undefined {
  const closing = Int32Array.from(tokens.keys());
  const open: { readonly at: number; readonly closer: string }[] = [];
  for (const [at, { kind, start, end }] of tokens.entries()) {
    const isTemplate = kind === "template";
    if (isTemplate ? text.charAt(start) === "}" : closers.has(kind)) {
      const opened = open.pop();
      if (opened?.closer !== kind) return undefined;
      closing[opened.at] = at;
    }
    const closer = isTemplate && text.startsWith("${", end - 2) ? kind : pairs[kind];
    if (closer !== undefined) open.push({ at, closer });
  }
  return open.length === 0 ? closing : undefined;
}
