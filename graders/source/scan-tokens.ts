import {
  endOfNumber,
  endOfRegularExpression,
  endOfSpace,
  endOfString,
  endOfTemplatePart,
  endOfWord,
  opensExpression,
} from "./token-ends.ts";

/** The tokens of a file: what each is, and where; lines count from 1. */
export type Tokens = {
  readonly kinds: readonly string[];
  readonly fromLines: readonly number[];
  readonly toLines: readonly number[];
  /** Whether the file has more tokens than requested. */
  readonly isCut: boolean;
};

const keywords = new Set(
  (
    "await break case catch class const continue debugger default delete do else export extends false finally for function if import in " +
    "instanceof interface let new null of return super switch this throw true try type typeof undefined var void while yield"
  ).split(" "),
);
// Angle brackets stay separate: they close type arguments as often as they shift.
const punctuation = /\.\.\.|[=!]==?|\*\*=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|=>|\+\+|--|[-+*/%&|^<>]=|./suy;
const longestKeyword = Math.max(...[...keywords].map(({ length }) => length));
const closing = new Set([")", "]", "}"]);

/**
 * The tokens of a TypeScript file, normalised as in Dolos: every name is `name`, every literal its kind; keywords and
 * punctuation stay. Comments, semicolons and trailing commas are left out, so that neither they nor a formatter make a
 * difference.
 *
 * Reads any text to its end, with or without syntax errors, in time linear in its length. A parser would not: 400 bytes
 * of nested `async<T>(` keep Babel's busy for hours, and no submission may hold up the class.
 * @param most Tokens after which reading ends.
 */
export function scanTokens(text: string, most: number): Tokens {
  const kinds: string[] = [];
  const fromLines: number[] = [];
  const toLines: number[] = [];
  const countLine = lineCounter(text);
  for (const { kind, start, end } of readTokens(text)) {
    if (kinds.length === most) return { kinds, fromLines, toLines, isCut: true };
    if (closing.has(kind) && kinds.at(-1) === ",") for (const list of [kinds, fromLines, toLines]) list.pop();
    if (kind === ";") continue;
    kinds.push(kind);
    fromLines.push(countLine(start));
    toLines.push(countLine(end - 1));
  }
  return { kinds, fromLines, toLines, isCut: false };
}

/** A token: what it is, as {@link scanTokens} calls it, and its characters, the last of them excluded. */
export type Token = { readonly kind: string; readonly start: number; readonly end: number };

/** The tokens of a file one by one, with semicolons and all commas, without comments. */
export function* readTokens(text: string): Generator<Token, void> {
  /** For each open template, how many braces are open inside its `${}`. */
  const templates: number[] = [];
  let previous: string | undefined;
  let start = endOfSpace(text, 0);
  while (start < text.length) {
    const { kind, end } = nextToken(text, start, previous, templates);
    yield { kind, start, end };
    previous = kind;
    start = endOfSpace(text, end);
  }
}

function nextToken(
  text: string,
  at: number,
  previous: string | undefined,
  templates: number[],
): { readonly kind: string; readonly end: number } {
  const character = text.charAt(at);
  const depth = templates.at(-1);
  if (character === "`" || (character === "}" && depth === 0)) {
    const end = endOfTemplatePart(text, at);
    if (character === "}") templates.pop();
    if (opensExpression(text, end)) templates.push(0);
    return { kind: "template", end };
  }
  if (depth !== undefined && character === "{") templates[templates.length - 1] = depth + 1;
  if (depth !== undefined && character === "}") templates[templates.length - 1] = depth - 1;
  if (character === "'" || character === '"') return { kind: "string", end: endOfString(text, at) };
  const word = endOfWord(text, at);
  if (word > at) return { kind: word - at > longestKeyword ? "name" : kindOfWord(text.slice(at, word)), end: word };
  const digits = endOfNumber(text, at);
  if (digits > at) return { kind: "number", end: digits };
  const expression = character === "/" && !endsValue(previous) ? endOfRegularExpression(text, at) : at;
  if (expression > at) return { kind: "regular expression", end: expression };
  punctuation.lastIndex = at;
  const sign = punctuation.exec(text)?.[0] ?? character;
  return { kind: sign, end: at + sign.length };
}

/** As in Dolos, the keyword that declares a variable makes no difference. */
function kindOfWord(name: string): string {
  if (name === "const" || name === "var") return "let";
  return keywords.has(name) ? name : "name";
}

/** Whether a slash after this token is a division. */
function endsValue(kind: string | undefined): boolean {
  return (
    kind !== undefined &&
    /^(?:name|number|string|template|this|super|null|true|false|undefined|[)\]}]|\+\+|--)$/.test(kind)
  );
}

/** Gives the line of a position; positions must be asked for in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (at) => {
    for (; next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line++;
    return line;
  };
}
