import type { BadValue } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";

type Words = { readonly what: string; readonly advice?: string };

// A table, not a switch: the type makes it as exhaustive, and 22 lines read better.
const words: Readonly<Record<BadValue["reason"], Words>> = {
  undefined: { what: "`undefined`", advice: "Is a `return` missing?" },
  null: { what: "`null`" },
  string: { what: "a string" },
  bigint: { what: "a bigint", advice: "Use plain numbers." },
  boolean: { what: "a boolean" },
  symbol: { what: "a symbol" },
  function: { what: "a function", advice: "Was it meant to be called?" },
  promise: { what: "a promise", advice: "Await what is put into the result." },
  date: { what: "a date" },
  "proxy-or-class": {
    what: "an object of a class, or a proxy",
    advice: "Return plain objects, arrays, numbers and tensors.",
  },
  "typed-array": { what: "a typed array", advice: "Make a tensor or a plain array of it." },
  "sparse-or-ragged-array": { what: "an array with gaps or with rows of unequal length" },
  "mixed-array": { what: "an array that mixes numbers with other things" },
  "array-like": { what: "an object that only looks like an array" },
  iterator: { what: "an iterator", advice: "Make an array of it, for instance with `[...values]`." },
  "fake-tensor": { what: "an object that only looks like a tensor" },
  "disposed-tensor": {
    what: "a tensor that was already disposed",
    advice: "Return it from `tf.tidy`, or keep it with `tf.keep`.",
  },
  "kept-tensor": {
    what: "a tensor that was kept from an earlier call",
    advice: "Compute the result anew in each call.",
  },
  "unsupported-dtype": { what: "a tensor whose type cannot be graded", advice: "Use float32, int32 or bool." },
  "too-deep": { what: "an object that is nested too deeply" },
  "too-large": { what: "a value that is too large" },
  "getter-threw": { what: "an object with a property that threw when it was read" },
  malformed: { what: "something that could not be read" },
};

/**
 * Why a returned value cannot be graded, in a sentence for the student, with advice where there is some.
 */
export function phraseBadValue(badValue: BadValue): string {
  const { advice } = words[badValue.reason];
  // A value missing inside a result is not fixed by a `return`.
  if (badValue.reason === "undefined" && badValue.path !== "") return `${phraseBadValueBriefly(badValue)}.`;
  return `${phraseBadValueBriefly(badValue)}.${advice === undefined ? "" : ` ${advice}`}`;
}

/** The same as a clause: without full stop and advice. */
export function phraseBadValueBriefly({ reason, path }: BadValue): string {
  const { what } = words[reason];
  return path === "" ? `Your function returned ${what}` : `${codeSpan(path)} of the result is ${what}`;
}
