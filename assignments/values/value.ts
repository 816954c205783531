/** Element types a tensor may have on its way between the rooms. */
export type Dtype = "float32" | "int32" | "bool";

/** A dense tensor, row-major. `bool` is stored as 0 and 1. */
export type TensorValue = {
  readonly kind: "tensor";
  readonly dtype: Dtype;
  /** Extents, outermost first; `[]` for a scalar. */
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
  /** True when it is (or is to become) a `tf.Variable` that can be trained. */
  readonly variable: boolean;
};

/** A rectangular nested array of plain numbers (`number[]`, `number[][]` …), row-major, float64. */
export type ArrayValue = {
  readonly kind: "array";
  readonly shape: readonly number[];
  readonly data: Float64Array;
};

/** A dictionary. Pairs instead of an object: a key such as `__proto__` is a key like any other. */
export type RecordValue = {
  readonly kind: "record";
  readonly entries: readonly (readonly [key: string, value: Value])[];
};

/** A list whose items are not all numbers (a list of numbers is an {@link ArrayValue}; an empty list is a list). */
export type ListValue = { readonly kind: "list"; readonly items: readonly Value[] };

/** An optimizer of TensorFlow.js that this case alone has; occurs in inputs only. */
export type OptimizerValue = {
  readonly kind: "optimizer";
  readonly name: "sgd" | "adam";
  readonly learningRate: number;
  /** Steps that it has taken before, on no variable: all that Adam keeps of them is their number. By default none, at most 255. */
  readonly stepsBefore?: number;
};

/**
 * Everything that passes between case generation, oracle, sandbox and comparison: plain, readonly data, without a
 * function or a class in it. `rng` occurs in inputs only and stands for a generator freshly seeded for this case.
 */
export type Value =
  | { readonly kind: "undefined" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "rng"; readonly seed: number }
  | OptimizerValue
  | TensorValue
  | ArrayValue
  | ListValue
  | RecordValue;
