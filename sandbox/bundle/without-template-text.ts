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
export function withoutTemplateText(code: string): string {
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
