import { type MessageKey, message } from "../messages/message.ts";
import type { BadValue } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";

const advice = {
  undefined: "bad-value.advice.undefined",
  string: "bad-value.advice.string",
  bigint: "bad-value.advice.bigint",
  function: "bad-value.advice.function",
  promise: "bad-value.advice.promise",
  "proxy-or-class": "bad-value.advice.proxy-or-class",
  "typed-array": "bad-value.advice.typed-array",
  iterator: "bad-value.advice.iterator",
  "fake-tensor": "bad-value.advice.fake-tensor",
  "disposed-tensor": "bad-value.advice.disposed-tensor",
  "kept-tensor": "bad-value.advice.kept-tensor",
  "unsupported-dtype": "bad-value.advice.unsupported-dtype",
} as const satisfies Partial<Record<BadValue["reason"], MessageKey>>;

const isAdvised = (reason: BadValue["reason"]): reason is keyof typeof advice => Object.hasOwn(advice, reason);

/**
 * Why a returned value cannot be graded, in a sentence for the student, with advice where there is some.
 */
export function phraseBadValue(badValue: BadValue): string {
  const { reason, path } = badValue;
  const what = `${phraseBadValueBriefly(badValue)}.`;
  // A value missing inside a result is not fixed by a `return`.
  if (!isAdvised(reason) || (reason === "undefined" && path !== "")) return what;
  return `${what} ${message(advice[reason])}`;
}

/** The same as a clause: without full stop and advice. */
export function phraseBadValueBriefly({ reason, path }: BadValue): string {
  const what = message(`bad-value.what.${reason}`);
  return path === ""
    ? message("bad-value.returned", { what })
    : message("bad-value.inside", { path: codeSpan(path), what });
}
