import { submissionScript } from "../../protocol/reply-format.ts";
import {
  define,
  getOwnPropertyDescriptor,
  ownValue,
  reflectApply,
  startsWith,
  stringIndexOf,
  stringRepeat,
  stringSlice,
} from "../intrinsics/intrinsics.ts";
import { includes, inheritedValue } from "./own-facts.ts";
import { replaceAll } from "./printed.ts";

/** Calls of the submission that are shown of a stack. */
const mostFrames = 10;
const longestMessage = 10_000;

// V8 keeps the stack behind an accessor of the error's own, the same function for all errors.
const stackGetter = getOwnPropertyDescriptor(new Error(), "stack")?.get;

/** The stack of an error as V8 has written it down, or as somebody has set it; `""` where there is none. */
export function stackOf(error: object): string {
  const property = getOwnPropertyDescriptor(error, "stack");
  if (property === undefined) return "";
  const isOwn = property.get !== undefined && property.get === stackGetter;
  const stack: unknown = isOwn ? reflectApply(property.get as () => unknown, error, []) : ownValue(error, "stack");
  return typeof stack === "string" ? stack : "";
}

/**
 * An error as Node prints it: name, message, and the calls of the submission that led to it.
 * @param name Of its class.
 * @returns Beside the text, names of properties that are in it already.
 */
export function errorText(
  error: object,
  name: string | null,
  indentation: number,
): { readonly text: string; readonly hidden: readonly string[] } {
  const stack = stackOf(error);
  const message = textOf(inheritedValue(error, "message"), "");
  const called = textOf(inheritedValue(error, "name"), "Error");
  const start = stringIndexOf(stack, "\n    at ", messageEnd(stack, message));
  const plain = message === "" ? called : called === "" ? message : `${called}: ${message}`;
  const written = stack === "" ? plain : start === -1 ? stack : stringSlice(stack, 0, start);
  const head = improved(written, called, name);
  const frames = start === -1 ? "" : ownFrames(stringSlice(stack, start));
  const whole = frames === "" ? `[${head}]` : head + frames;
  const hidden: string[] = [];
  if (includes(head, message)) define(hidden, hidden.length, "message");
  if (includes(head, called)) define(hidden, hidden.length, "name");
  return { text: replaceAll(whole, "\n", `\n${stringRepeat(" ", indentation)}`), hidden };
}

const textOf = (value: unknown, otherwise: string): string =>
  typeof value === "string" ? stringSlice(value, 0, longestMessage) : otherwise;

function messageEnd(stack: string, message: string): number {
  const at = message === "" ? -1 : stringIndexOf(stack, message);
  return at === -1 ? 0 : at + message.length;
}

/** The head of a stack says `Error` for a class whose author gave it no name of its own: then that of the class. */
function improved(head: string, called: string, name: string | null): string {
  const { length } = called;
  const next = head[length];
  const isUsual = startsWith(head, called) && (next === undefined || next === ":" || next === "\n");
  if (name === null || name === called || !isUsual || stringSlice(called, -5) !== "Error") return head;
  const rest = stringSlice(head, length);
  return includes(name, called) ? name + rest : `${name} [${called}]${rest}`;
}

/** The lines of a stack that are calls of the submission's: those of TensorFlow.js and of the grader lead nowhere. */
export function ownFrames(lines: string): string {
  let kept = "";
  let count = 0;
  for (let from = 0; from < lines.length && count < mostFrames; ) {
    const end = stringIndexOf(lines, "\n", from + 1);
    const line = end === -1 ? stringSlice(lines, from) : stringSlice(lines, from, end);
    if (includes(line, submissionScript)) {
      kept += line;
      count += 1;
    }
    from = end === -1 ? lines.length : end;
  }
  return kept;
}
