import { type Code, isName, wordAt } from "./read-code.ts";

/** A parameter, by its place in the list. @property name undefined where it is taken apart. @property at The token of the name. */
export type Parameter = { readonly name: string | undefined; readonly at: number };

/**
 * The brace that the body of a function declaration or of a class begins with.
 * @param begin The token `function` or `class`.
 * @returns undefined where it is none, or has no body.
 */
export function bodyOf(code: Code, begin: number): number | undefined {
  const kind = code.tokens[begin]?.kind;
  if (kind !== "function" && kind !== "class") return undefined;
  let at = kind === "class" ? begin : openingParenthesis(code, begin);
  if (at === undefined) return undefined;
  for (at = (code.closing[at] ?? at) + 1; at < code.tokens.length; at = (code.closing[at] ?? at) + 1) {
    const kind = code.tokens[at]?.kind;
    if (kind === ";") return undefined;
    // A brace there opens a type.
    if (kind === "{" && !/^(?:[:|&<,]|=>)$/.test(wordAt(code, at - 1))) return at;
  }
  return undefined;
}

/** The parameters of a function that a declaration gives a name to. @returns undefined where it gives it to something else. */
export function parametersOf(code: Code, begin: number, last: number): readonly Parameter[] | undefined {
  const kind = code.tokens[begin]?.kind;
  if (kind === "class") return undefined;
  if (kind === "function") return listAt(code, openingParenthesis(code, begin));
  let at = begin + 2;
  while (at < last && code.tokens[at]?.kind !== "=") at = (code.closing[at] ?? at) + 1;
  at += wordAt(code, at + 1) === "async" ? 2 : 1;
  const first = code.tokens[at]?.kind;
  if (first === "function") return listAt(code, openingParenthesis(code, at));
  if (first === "name") return wordAt(code, at + 1) === "=>" ? [{ name: wordAt(code, at), at }] : undefined;
  if (first === "<") return listAt(code, openingParenthesis(code, at));
  const behind = first === "(" ? wordAt(code, (code.closing[at] ?? at) + 1) : "";
  return behind === "=>" || behind === ":" ? listAt(code, at) : undefined;
}

function openingParenthesis({ tokens }: Code, from: number): number | undefined {
  // A name, a star, a few type parameters.
  for (let at = from; at < from + 100; at++) if (tokens[at]?.kind === "(") return at;
  return undefined;
}

function listAt(code: Code, open: number | undefined): readonly Parameter[] | undefined {
  if (open === undefined) return undefined;
  const close = code.closing[open] ?? open;
  const parameters: Parameter[] = [];
  let [isNext, isType, angles] = [true, false, 0];
  for (let at = open + 1; at < close; at = (code.closing[at] ?? at) + 1) {
    const kind = code.tokens[at]?.kind;
    if (isNext && kind !== "...") {
      parameters.push({ name: isName(code, at) ? wordAt(code, at) : undefined, at });
      isNext = false;
    } else if (kind === ":") isType = true;
    else if (kind === "=") isType = false;
    else if (isType && kind === "<") angles += 1;
    else if (isType && kind === ">") angles -= 1;
    else if (kind === "," && angles <= 0) [isNext, isType, angles] = [true, false, 0];
  }
  return parameters;
}
