import type { Value } from "../../../assignments/values/value.ts";
import { codeSpan } from "./code-span.ts";

const words: Readonly<Record<Value["kind"], string>> = {
  undefined: "`undefined`",
  number: "a number",
  boolean: "a boolean",
  string: "a string",
  rng: "a random generator",
  optimizer: "an optimizer",
  tensor: "a tensor",
  array: "an array of numbers",
  list: "a list",
  record: "a dictionary",
};

/** A kind of value in words: `"record"` is `a dictionary`. Kinds unknown here are quoted. */
export function phraseKind(kind: string): string {
  return Object.hasOwn(words, kind) ? words[kind as Value["kind"]] : codeSpan(kind);
}
