/**
 * First byte of what the guest answers. `loaded`: a uint32 count and the names of the exports. `returned`: the console
 * text, the path of a changed input (or an empty string), a byte that is 1 where that was disposed of, a byte that is 1 where the next draw
 * of a generator follows and that draw as a float64, the value. `threw` and `loadThrew`: name, message, stack,
 * console text. `notImplemented`: console text. `badValue`: a byte into `badValueReasons`, the path, console text.
 */
export const reply = {
  loaded: 0,
  returned: 1,
  threw: 2,
  notImplemented: 3,
  badValue: 4,
  loadThrew: 5,
} as const;

/**
 * Why a returned value cannot be graded. The order is the wire format between guest and host: append only. `boolean` is no reason any
 * more; reports of earlier versions have it.
 */
export const badValueReasons = [
  "undefined",
  "null",
  "string",
  "bigint",
  "boolean",
  "symbol",
  "function",
  "promise",
  "date",
  "proxy-or-class",
  "typed-array",
  "sparse-or-ragged-array",
  "mixed-array",
  "array-like",
  "iterator",
  "fake-tensor",
  "disposed-tensor",
  "unsupported-dtype",
  "too-deep",
  "too-large",
  "getter-threw",
  "malformed",
  "kept-tensor",
] as const;

/** One of {@link badValueReasons}. */
export type BadValueReason = (typeof badValueReasons)[number];

/** Name of the submission's script inside the isolate, by which its frames are found in a stack trace. */
export const submissionScript = "gradecheck-submission.js";
