import type { RecordValue, TensorValue, Value } from "./value.ts";

/** The value of an optional argument that is passed as `undefined`. */
export const absent: Value = { kind: "undefined" };

/** A number. */
export function numberValue(value: number): Value {
  return { kind: "number", value };
}

/**
 * A float32 tensor.
 * @param shape Extents, outermost first.
 * @param data Row-major; rounded to float32.
 * @throws RangeError where the number of elements does not fit the shape.
 */
export function tensorValue(shape: readonly number[], data: ArrayLike<number>): TensorValue {
  const elements = shape.reduce((product, extent) => product * extent, 1);
  if (data.length !== elements) {
    throw new RangeError(
      `Cannot make a tensor: data has ${data.length} elements, shape [${shape.join(", ")}] needs ${elements}`,
    );
  }
  return { kind: "tensor", dtype: "float32", shape, data: Float32Array.from(data), variable: false };
}

/** A dictionary, its keys in the order of the entries. */
export function recordValue(entries: readonly (readonly [key: string, value: Value])[]): RecordValue {
  return { kind: "record", entries };
}

/** What stands under a key of a record; undefined for anything else. */
export function memberOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === "record" ? value.entries.find(([name]) => name === key)?.[1] : undefined;
}

/** The tensor under a key of a record; undefined for anything else. */
export function tensorAt(value: Value | undefined, key: string): TensorValue | undefined {
  const found = memberOf(value, key);
  return found?.kind === "tensor" ? found : undefined;
}

/** The text under a key of a record; undefined for anything else. */
export function textAt(value: Value | undefined, key: string): string | undefined {
  const found = memberOf(value, key);
  return found?.kind === "string" ? found.value : undefined;
}

/** A number, or the element of a tensor without dimensions; undefined for anything else. */
export function scalarOf(value: Value | undefined): number | undefined {
  if (value?.kind === "number") return value.value;
  return value?.kind === "tensor" && value.shape.length === 0 ? value.data[0] : undefined;
}
