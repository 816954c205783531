/**
 * What decides where a template begins and ends: strings and regular expressions whole, for they may hold any of the other signs. A
 * division is written with a blank behind it.
 */
const sign =
  /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|\/\/[^\n]*|\/\*[^]*?\*\/|\/(?![*/]|=? )(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|[`{}]/g;
/** What ends the text of a template, or of a part of it. */
const endOfText = /\\[^]|`|\$\{/g;

/**
 * JavaScript as esbuild writes it, without the text of its template literals: that may hold lines that look like code.
 * @param code Code that parses.
 */
export function withoutTemplateText(code: string): string {
  if (!code.includes("`")) return code;
  let kept = "";
  let from = 0;
  let at = 0;
  /** Of each template that is open, how many braces are open in the expression that is being read. */
  const braces: number[] = [];
  for (;;) {
    sign.lastIndex = at;
    const found = sign.exec(code);
    if (found === null) return kept + code.slice(from);
    at = sign.lastIndex;
    const depth = braces.at(-1);
    if (found[0] === "{" && depth !== undefined) braces[braces.length - 1] = depth + 1;
    else if (found[0] === "}" && depth !== undefined && depth > 0) braces[braces.length - 1] = depth - 1;
    else if (found[0] === "`" || (found[0] === "}" && depth === 0)) {
      if (found[0] === "}") braces.pop();
      kept += code.slice(from, at);
      const end = textEnd(code, at);
      if (code[end] === "$") braces.push(0);
      from = end;
      at = end + (code[end] === "$" ? 2 : 1);
    }
  }
}

/** Where the text ends that begins there: at the closing backquote, or at the `${` of an expression. */
function textEnd(code: string, start: number): number {
  endOfText.lastIndex = start;
  for (let found = endOfText.exec(code); found !== null; found = endOfText.exec(code)) {
    if (!found[0].startsWith("\\")) return found.index;
  }
  return code.length;
}
