/** What a submission defines at its top level, exported or not. */
export type Definitions = {
  /** At most 200, without the default export's where that has no other name. */
  readonly names: readonly string[];
  /** Which of them is the default export. */
  readonly asDefault?: string;
};

const mostNames = 200;
const longestName = 200;

// esbuild writes each statement of the top level at the start of a line, without the comments of the source, and makes `var` of
// `let` and `const`.
const definition =
  /^(?:(?:async )?function\*? |(?:var|class) )([\p{ID_Start}$_][\p{ID_Continue}$]*)(?![\p{ID_Continue}$]| = (?:__toESM\()?require\w*\(| = __esm\()/gmu;
const defaultExport =
  /^(?: {2}default: \(\) => (?!\w+_default\b)|var \w+_default = )([\p{ID_Start}$_][\p{ID_Continue}$]*)[,;]?$/mu;

// A file that exports through `module` or `exports` is the body of a function in the bundle. Its lines are all set in, so that the search
// for its end stops where it has to.
const wrapped = /^var require_\w+ = __commonJS\(\{\n.*\n((?:(?: .*)?\n)*?) {2}\}\n\}\);$/gmu;
const unwrap = (code: string): string => code.replaceAll(wrapped, (_, body: string) => body.replaceAll(/^ {4}/gm, ""));

/** The names that a bundle's code defines at the top level. @param bundled As esbuild wrote it. */
export function definedNames(bundled: string): Definitions {
  const code = unwrap(withoutTemplateText(bundled));
  const names: string[] = [];
  for (const [, name = ""] of code.matchAll(definition)) {
    if (names.length === mostNames) break;
    if (name.length <= longestName && !ofEsbuild.test(name) && !names.includes(name)) names.push(name);
  }
  const asDefault = defaultExport.exec(code)?.[1];
  return asDefault !== undefined && names.includes(asDefault) ? { names, asDefault } : { names };
}

/** Helpers that esbuild puts in front. */
const ofEsbuild = /^(__\w+|import_\w+|\w+_exports|\w+_default|require_\w+)$/;

/** What a text begins with that may hold any sign, and the braces that an expression in a template ends with. A division has a blank behind it. */
const sign = /["'`{}]|\/\/|\/\*|\/(?!=? )/g;
/** Where a text may end, by what it begins with. What is behind a backslash is skipped. */
const ends: Readonly<Record<string, RegExp>> = {
  '"': /\\.|["\n]/gs,
  "'": /\\.|['\n]/gs,
  "//": /\n/g,
  "/*": /\*\//g,
  "/": /\\.|\[(?!\])|[/\n]/gs,
  "[": /\\.|[\]\n]/gs,
  "`": /\\.|`|\$\{/gs,
};

/**
 * JavaScript as esbuild writes it, without the text of its template literals: that may hold lines that look like code.
 * @param code Code that parses.
 */
function withoutTemplateText(code: string): string {
  if (!code.includes("`")) return code;
  const kept: string[] = [];
  let from = 0;
  let at = 0;
  /** Of each template that is open, how many braces are open in the expression that is being read. */
  const braces: number[] = [];
  for (;;) {
    sign.lastIndex = at;
    const found = sign.exec(code)?.[0];
    if (found === undefined) return kept.join("") + code.slice(from);
    at = sign.lastIndex;
    const depth = braces.at(-1) ?? -1;
    if (found === "`" || (found === "}" && depth === 0)) {
      if (found === "}") braces.pop();
      kept.push(code.slice(from, at));
      from = textEnd(code, at, "`");
      at = from;
      if (code.endsWith("${", at)) braces.push(0);
    } else if (found === "{" || found === "}") {
      if (depth >= 0) braces[braces.length - 1] = depth + (found === "{" ? 1 : -1);
    } else at = textEnd(code, at, found);
  }
}

/** The position behind a text. @param kind What it begins with. */
function textEnd(code: string, start: number, kind: string): number {
  const end = ends[kind];
  if (end === undefined) return start;
  for (let at = start; ; ) {
    end.lastIndex = at;
    const found = end.exec(code)?.[0];
    if (found === undefined) return code.length;
    at = end.lastIndex;
    // In a class of characters a slash ends nothing.
    if (found === "[") at = textEnd(code, at, "[");
    else if (!found.startsWith("\\")) return at;
  }
}
