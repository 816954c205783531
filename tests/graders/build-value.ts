import type { ArrayValue, ListValue, RecordValue, TensorValue, Value } from "../../assignments/values/value.ts";

/** A tensor of the given shape from its row-major elements. */
export function tensor(shape: readonly number[], elements: readonly number[], dtype: TensorValue["dtype"] = "float32") {
  const storage = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[dtype];
  return { kind: "tensor", dtype, shape, data: storage.from(elements), variable: false } satisfies TensorValue;
}

/** A tensor that holds one value everywhere. */
export function filled(shape: readonly number[], value: number): TensorValue {
  return tensor(shape, new Array<number>(shape.reduce((size, extent) => size * extent, 1)).fill(value));
}

/** A nested number array of the given shape. */
export function array(shape: readonly number[], elements: readonly number[]): ArrayValue {
  return { kind: "array", shape, data: Float64Array.from(elements) };
}

/** A plain number. */
export function number(value: number): Value {
  return { kind: "number", value };
}

/** A record with the members of an object, in its order. */
export function record(members: Readonly<Record<string, Value>>): RecordValue {
  return { kind: "record", entries: Object.entries(members) };
}

/** A list of values. */
export function list(...items: Value[]): ListValue {
  return { kind: "list", items };
}
