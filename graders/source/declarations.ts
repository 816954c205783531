import { type Code, isName, readCode, wordAt } from "./read-code.ts";
import { bodyOf, type Parameter, parametersOf } from "./signature.ts";
import type { SourceFile } from "./student-source.ts";

/** What a file declares at its top level under one name. Positions are those of tokens. */
export type Declaration = {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Where the name itself stands. */
  readonly nameAt: number;
  /** undefined for what is no function. */
  readonly parameters: readonly Parameter[] | undefined;
};

/** A file as far as it must be understood to say where something stands. */
export type Outline = {
  readonly file: SourceFile;
  readonly code: Code;
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** What the file calls that which it exports under another name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What stands behind `from`. */
  readonly imports: readonly string[];
};

/**
 * Reads the declarations of a file. It knows the forms in which honest work is written; of others it knows less.
 * @returns undefined where the file cannot be read.
 */
export function outlineOf(file: SourceFile): Outline | undefined {
  const code = readCode(file.text);
  if (code === undefined) return undefined;
  const declarations = new Map<string, Declaration>();
  const aliases = new Map<string, string>();
  const imports: string[] = [];
  for (let at = 0; at < code.tokens.length; ) {
    const last = endOfStatement(code, at);
    const declared = declarationIn(code, at, last);
    if (declared !== undefined) declarations.set(declared.name, declared);
    else if (/^(?:import|export)$/.test(wordAt(code, at))) {
      for (const [name, alias] of namesInExport(code, at, last)) aliases.set(alias, name);
      const from = importedFrom(code, at, last);
      if (from !== undefined) imports.push(from);
    }
    at = last + 1;
  }
  return { file, code, declarations, aliases, imports };
}

const beginners = new Set([
  "export",
  "function",
  "const",
  "let",
  "var",
  "class",
  "import",
  "async",
  "type",
  "interface",
]);
const endsValue = /^(?:name|number|string|template|this|null|true|false|[)\]}])$/;

/** The last token of the statement that begins at a token of the top level. */
function endOfStatement(code: Code, first: number): number {
  const { tokens, closing, text } = code;
  const body = bodyOf(code, afterModifiers(code, first));
  if (body !== undefined) return closing[body] ?? body;
  for (let at = first; ; at += 1) {
    at = closing[at] ?? at;
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || next === undefined || token.kind === ";") return at;
    // A semicolon may be left out at the end of a line.
    const begins = beginners.has(wordAt(code, at + 1)) && endsValue.test(token.kind);
    if (begins && text.slice(token.end, next.start).includes("\n")) return at;
  }
}

/** The first token behind `export default async`. */
function afterModifiers(code: Code, first: number): number {
  let at = first;
  while (/^(?:export|default|async|declare)$/.test(wordAt(code, at))) at += 1;
  return at;
}

function declarationIn(code: Code, first: number, last: number): Declaration | undefined {
  const begin = afterModifiers(code, first);
  const kind = code.tokens[begin]?.kind;
  if (kind !== "function" && kind !== "let" && kind !== "class") return undefined;
  // A signature without a body declares another form of what follows.
  if (kind === "function" && bodyOf(code, begin) === undefined) return undefined;
  const nameAt = begin + (wordAt(code, begin + 1) === "*" ? 2 : 1);
  if (!isName(code, nameAt)) return undefined;
  return { name: wordAt(code, nameAt), first, last, nameAt, parameters: parametersOf(code, begin, last) };
}

/** What `export { a, b as c }` lists. */
function* namesInExport(code: Code, first: number, last: number): Generator<readonly [name: string, alias: string]> {
  if (wordAt(code, first) !== "export" || wordAt(code, first + 1) !== "{") return;
  for (let at = first + 2; at < last; at++) {
    if (code.tokens[at]?.kind !== "name") continue;
    const isRenamed = wordAt(code, at + 1) === "as";
    yield [wordAt(code, at), wordAt(code, isRenamed ? at + 2 : at)];
    if (isRenamed) at += 2;
  }
}

function importedFrom(code: Code, first: number, last: number): string | undefined {
  for (let at = first; at < last; at++) {
    if (wordAt(code, at) === "from" && code.tokens[at + 1]?.kind === "string") return wordAt(code, at + 1).slice(1, -1);
  }
  return undefined;
}
