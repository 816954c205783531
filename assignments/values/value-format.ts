import type { Dtype, OptimizerValue } from "./value.ts";

/**
 * First byte of each encoded value. The encoding is little-endian: `number` and `rng` a float64; `string` a uint32
 * count and UTF-16 code units (an isolate has no TextEncoder); `tensor` dtype, variable flag and rank (a byte each),
 * uint32 extents, elements; `array` rank, extents, float64 elements; `list` and `record` a uint32 count and the
 * items, each of a record after its key; `optimizer` a byte for its name, a float64 learning rate,
 * and a byte for the steps it has taken before.
 */
export const tag = {
  undefined: 0,
  number: 1,
  boolean: 2,
  string: 3,
  rng: 4,
  tensor: 5,
  array: 6,
  list: 7,
  record: 8,
  optimizer: 9,
} as const;

/** Dtypes by their byte in the encoding. */
export const dtypes = ["float32", "int32", "bool"] as const satisfies readonly Dtype[];

/** Optimizers by their byte in the encoding. */
export const optimizerNames = ["sgd", "adam"] as const satisfies readonly OptimizerValue["name"][];

/** Bytes of one element. */
export const elementBytes = { float32: 4, int32: 4, bool: 1 } as const satisfies Record<Dtype, number>;

/** What an encoded value may hold at most. */
export type ValueLimits = {
  /** Nesting of lists and records. */
  readonly depth: number;
  /** Elements of all tensors and arrays, items of all lists and records, together. */
  readonly elements: number;
  /** Bytes of the whole encoding. */
  readonly bytes: number;
};

/** Limits far above any answer of the course (a 12288 x 25 weight matrix has 307,200 elements). */
export const defaultValueLimits: ValueLimits = { depth: 16, elements: 4_000_000, bytes: 40_000_000 };
