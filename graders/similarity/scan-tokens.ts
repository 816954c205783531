/** The tokens of a file: what each is, and where; lines are counted from 1. */
export type Tokens = {
  readonly kinds: readonly string[];
  readonly fromLines: readonly number[];
  readonly toLines: readonly number[];
  /** Whether the file has more tokens than were asked for. */
  readonly isCut: boolean;
};

const keywords = new Set(
  (
    "await break case catch class const continue debugger default delete do else export extends false finally for function if import in " +
    "instanceof interface let new null of return super switch this throw true try type typeof undefined var void while yield"
  ).split(" "),
);
const space = /(?:[\s\ufeff]+|\/\/[^\n\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const word = /(?:[$_\p{ID_Start}]|\\u[\da-f{}]+)(?:[$\p{ID_Continue}]|\u200c|\u200d|\\u[\da-f{}]+)*/iuy;
const number = /(?:0[xbo][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?)n?/iy;
const quoted = /'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?/y;
const templatePart = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{|\\?$)/y;
// Bounded: from each of many slashes a line may be searched in vain.
const regularExpression = /\/(?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.){0,200}\]){1,200}\/[a-z]*/iy;
// No two angle brackets in one: they close type arguments as often as they shift.
const punctuation = /\.\.\.|[=!]==?|\*\*=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|=>|\+\+|--|[-+*/%&|^<>]=|./suy;
const closing = new Set([")", "]", "}"]);

/**
 * The tokens of a TypeScript file, normalised as for Dolos: every name is `name`, every literal its kind; keywords and punctuation
 * stay. Comments, semicolons and trailing commas are left out, so that neither they nor a formatter count.
 * Reads any text to its end, with or without syntax errors, in time linear in its length. A parser would not: 400 bytes of nested `async<T>(` occupy
 * Babel's for hours, and nothing may wait for a submission.
 * @param most Tokens after which reading ends.
 */
export function scanTokens(text: string, most: number): Tokens {
  const kinds: string[] = [];
  const fromLines: number[] = [];
  const toLines: number[] = [];
  /** For each template that is open, how many braces are open inside its `${}`. */
  const templates: number[] = [];
  const countLine = lineCounter(text);
  let previous: string | undefined;
  let at = skip(text, 0);
  while (at < text.length) {
    const { kind, end } = nextToken(text, at, previous, templates);
    previous = kind;
    if (kinds.length === most) return { kinds, fromLines, toLines, isCut: true };
    if (closing.has(kind) && kinds.at(-1) === ",") for (const list of [kinds, fromLines, toLines]) list.pop();
    if (kind !== ";") {
      kinds.push(kind);
      fromLines.push(countLine(at));
      toLines.push(countLine(end - 1));
    }
    at = skip(text, end);
  }
  return { kinds, fromLines, toLines, isCut: false };
}

function nextToken(
  text: string,
  at: number,
  previous: string | undefined,
  templates: number[],
): { readonly kind: string; readonly end: number } {
  const endOf = (pattern: RegExp): number => match(pattern, text, at)?.length ?? 0;
  const character = text.charAt(at);
  const depth = templates.at(-1);
  if (character === "`" || (character === "}" && depth === 0)) {
    const part = match(templatePart, text, at) ?? character;
    if (character === "}") templates.pop();
    if (part.endsWith("${")) templates.push(0);
    return { kind: "template", end: at + part.length };
  }
  if (depth !== undefined && character === "{") templates[templates.length - 1] = depth + 1;
  if (depth !== undefined && character === "}") templates[templates.length - 1] = depth - 1;
  if (character === "'" || character === '"') return { kind: "string", end: at + endOf(quoted) };
  const length = endOf(word);
  if (length > 0) {
    const name = text.slice(at, at + length);
    return { kind: kindOfWord(name), end: at + length };
  }
  const digits = endOf(number);
  if (digits > 0) return { kind: "number", end: at + digits };
  const expression = character === "/" && !endsValue(previous) ? endOf(regularExpression) : 0;
  if (expression > 0) return { kind: "regular expression", end: at + expression };
  const sign = match(punctuation, text, at) ?? character;
  return { kind: sign, end: at + sign.length };
}

/** As in Dolos, it makes no difference how a variable is declared. */
function kindOfWord(name: string): string {
  if (name === "const" || name === "var") return "let";
  return keywords.has(name) ? name : "name";
}

/** Whether a slash after this token divides. */
function endsValue(kind: string | undefined): boolean {
  return (
    kind !== undefined &&
    /^(?:name|number|string|template|this|super|null|true|false|undefined|[)\]}]|\+\+|--)$/.test(kind)
  );
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skip(text: string, at: number): number {
  return at + (match(space, text, at)?.length ?? 0);
}

/** Tells the line of a place; places must be asked for in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (at) => {
    for (; next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line++;
    return line;
  };
}
