/**
 * Why a returned value cannot be graded. The order is the wire format between guest and host: append only.
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
] as const;

/** One of {@link badValueReasons}. */
export type BadValueReason = (typeof badValueReasons)[number];
