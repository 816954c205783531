/**
 * Where the parts of a source text end, each searched from its first character. All of it is loops over characters: a
 * pattern that repeats a group keeps a backtracking point for each repetition, and 8 MB of comment would overflow its
 * stack.
 */

const lineEnd = /[\n\u2028\u2029]/g;
const whiteSpace = /^[\s\ufeff]$/;
const nameStart = /^[$_\p{ID_Start}]$/u;
const namePart = /^[$\p{ID_Continue}\u200c\u200d]$/u;

/** End of white space and comments; the position itself where there are none. */
export function endOfSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isSpace(text, at)) at += 1;
    else if (text.startsWith("//", at)) at = endOfLine(text, at);
    else if (text.startsWith("/*", at)) at = after(text.indexOf("*/", at + 2), 2, text);
    else break;
  }
  return at;
}

/** End of a name or keyword, with its escapes; the position itself where there is none. */
export function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.codePointAt(at);
    if (code === undefined) return at;
    if (isNamePart(code, at === from)) at += code > 0xffff ? 2 : 1;
    else if (text.startsWith("\\u", at) && isEscapeDigit(text.charCodeAt(at + 2))) at = endOfEscape(text, at + 2);
    else return at;
  }
}

/** End of a number of any base; the position itself where there is none. */
export function endOfNumber(text: string, from: number): number {
  if (!isDigit(text.charCodeAt(from)) && !(text[from] === "." && isDigit(text.charCodeAt(from + 1)))) return from;
  if (text[from] === "0" && /^[xbo]$/i.test(text.charAt(from + 1)) && isHexDigit(text.charCodeAt(from + 2))) {
    return suffixed(text, endWhile(text, from + 2, isHexDigit));
  }
  let at = endWhile(text, from, isDigit);
  if (text[at] === ".") at = endWhile(text, at + 1, isDigit);
  const exponent = /^[eE]$/.test(text.charAt(at)) ? at + (/^[+-]$/.test(text.charAt(at + 1)) ? 2 : 1) : at;
  if (exponent > at && isDigit(text.charCodeAt(exponent))) at = endWhile(text, exponent, isDigit);
  return suffixed(text, at);
}

/** End of a quoted string; where it is not closed, the end of its line. */
export function endOfString(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === quote) return at + 1;
    if (text[at] === "\n") return at;
    if (text[at] === "\\") at += 1;
  }
  return text.length;
}

/**
 * End of a part of a template, from a backtick or the brace that ends an expression to a backtick or after the next
 * `${`.
 */
export function endOfTemplatePart(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "`") return at + 1;
    if (text.startsWith("${", at)) return at + 2;
    if (text[at] === "\\") at += 1;
  }
  return text.length;
}

/** Whether an expression follows the part of a template that ends here. */
export function opensExpression(text: string, end: number): boolean {
  return text.startsWith("${", end - 2);
}

/** The farthest that a line is searched, because a line may hold many slashes that start no regular expression. */
const longestRegularExpression = 1000;

/** End of a regular expression with its flags; the position itself where the line or the limit ends first. */
export function endOfRegularExpression(text: string, from: number): number {
  let isClass = false;
  const last = Math.min(text.length, from + longestRegularExpression);
  for (let at = from + 1; at < last; at++) {
    const character = text[at];
    if (character === "\n") return from;
    if (character === "\\") at += 1;
    else if (character === "[") isClass = true;
    else if (character === "]") isClass = false;
    else if (character === "/" && !isClass) return at === from + 1 ? from : endWhile(text, at + 1, isLetter);
  }
  return from;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && whiteSpace.test(text.charAt(at)));
}

function endOfLine(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

const after = (found: number, length: number, text: string): number => (found === -1 ? text.length : found + length);

function isNamePart(code: number, isFirst: boolean): boolean {
  if (code < 128) return isLetter(code) || code === 36 || code === 95 || (!isFirst && isDigit(code));
  return (isFirst ? nameStart : namePart).test(String.fromCodePoint(code));
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Includes the underscores between digits. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
const isEscapeDigit = (code: number): boolean => isHexDigit(code) || code === 123 || code === 125;

/** Underscores may stand between digits. */
function endWhile(text: string, from: number, accepts: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && (accepts(text.charCodeAt(at)) || (at > from && text[at] === "_"))) at += 1;
  return at;
}

function endOfEscape(text: string, from: number): number {
  let at = from;
  while (isEscapeDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const suffixed = (text: string, at: number): number => (text[at] === "n" ? at + 1 : at);
