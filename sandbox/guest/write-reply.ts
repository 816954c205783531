import { badValueReasons, reply, submissionScript } from "../protocol/reply-format.ts";
import { ByteWriter } from "./byte-writer.ts";
import { printedText } from "./console/printed.ts";
import { encodeResult } from "./encode-result.ts";
import { objectKeys, startsWith, stringIndexOf, stringSlice } from "./intrinsics/intrinsics.ts";
import { isRefusal, type Refusal, refusal } from "./refusal.ts";
import type { ChangedInput } from "./watch-inputs.ts";

/** Bytes of one reply; with the isolate's own memory limit, what a submission can make us hold. */
const replyLimitBytes = 40_000_000;
/** Bytes of the value in it: text has room beside it. */
const valueLimitBytes = 39_000_000;
const longestText = 2000;
const longestStack = 1_000_000;
const longestFrame = 100;
const mostExports = 200;

/** Mark of a function that is not written yet: an Error whose message begins so. */
const notImplementedMark = "Not implemented";

// One of each for all calls: a value is written when a function has returned, its reply when nothing is left to run.
const replyWriter = new ByteWriter(replyLimitBytes);
const valueWriter = new ByteWriter(valueLimitBytes);

const newWriter = (): ByteWriter => replyWriter.restart();

/** The submission was loaded; the names it exports. */
export function loadedReply(exported: object): ArrayBuffer {
  const writer = newWriter();
  const names = objectKeys(exported);
  // No Math.min: it may be the submission's by now.
  const count = names.length < mostExports ? names.length : mostExports;
  writer.uint8(reply.loaded);
  writer.uint32(count);
  for (let i = 0; i < count; i++) writer.string(stringSlice(names[i] as string, 0, 200));
  return writer.finish();
}

/** What a function returned: the bytes of its value, which stay until the next one is read, or why that is none. */
export type Returned = { readonly value: ByteWriter | undefined; readonly refused: Refusal | undefined };

/** Reads what a function returned. Getters and traps in it may run. */
export function encodeReturned(value: unknown): Returned {
  valueWriter.restart();
  try {
    encodeResult(value, valueWriter);
    return { value: valueWriter, refused: undefined };
  } catch (error) {
    return { value: undefined, refused: isRefusal(error) ? error : refusal("malformed", "") };
  }
}

/**
 * A function returned.
 * @param changed What it did to its inputs.
 * @param nextDraw What its generator gives next; undefined where it has none.
 */
export function returnedReply(
  { value, refused }: Returned,
  changed: ChangedInput | undefined,
  nextDraw: number | undefined,
): ArrayBuffer {
  if (value === undefined) return badValueReply(refused ?? refusal("malformed", ""));
  const writer = newWriter();
  writer.uint8(reply.returned);
  writer.string(printedText());
  writer.string(changed === undefined ? "" : changed.path);
  writer.uint8(changed?.isDisposed === true ? 1 : 0);
  writer.uint8(nextDraw === undefined ? 0 : 1);
  if (nextDraw !== undefined) writer.float64(nextDraw);
  writer.writer(value);
  return writer.finish();
}

function badValueReply({ reason, path }: Refusal): ArrayBuffer {
  const writer = newWriter();
  writer.uint8(reply.badValue);
  writer.uint8(reasonIndex(reason));
  writer.string(stringSlice(path, 0, longestText));
  writer.string(printedText());
  return writer.finish();
}

function reasonIndex(reason: string): number {
  for (let i = 0; i < badValueReasons.length; i++) if (badValueReasons[i] === reason) return i;
  return reasonIndex("malformed");
}

/** The function does not exist. */
export function missingReply(): ArrayBuffer {
  const writer = newWriter();
  writer.uint8(reply.notImplemented);
  writer.string(printedText());
  return writer.finish();
}

/** A function threw; only bounded, primitive text of what it threw leaves the isolate. */
export function threwReply(thrown: unknown, status: typeof reply.threw | typeof reply.loadThrew): ArrayBuffer {
  const message = isObject(thrown) ? textOf(thrown, "message") : textOf({ thrown }, "thrown");
  if (status === reply.threw && startsWith(message, notImplementedMark)) return missingReply();
  const writer = newWriter();
  writer.uint8(status);
  writer.string(isObject(thrown) ? textOf(thrown, "name") : typeof thrown);
  writer.string(message);
  writer.string(isObject(thrown) ? frameOf(thrown) : "");
  writer.string(printedText());
  return writer.finish();
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** The first call of the submission in a stack, however long the message and the calls above it are; `""` without one. */
function frameOf(thrown: object): string {
  const stack = textOf(thrown, "stack", longestStack);
  const at = stringIndexOf(stack, `${submissionScript}:`);
  return at === -1 ? "" : stringSlice(stack, at, at + longestFrame);
}

/** A property as text, where it is text already or another primitive; a getter may throw or lie, not more. */
function textOf(owner: object, key: string, longest = longestText): string {
  try {
    const value = (owner as Record<string, unknown>)[key];
    if (typeof value === "string") return stringSlice(value, 0, longest);
    return typeof value === "number" || typeof value === "boolean" ? `${value}` : "";
  } catch {
    return "";
  }
}
