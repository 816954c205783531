import type { ArrayValue, ListValue, Value } from "../../../assignments/values/value.ts";

/**
 * A nested array as the list of its rows (of its numbers, if it has one dimension), sharing the data.
 * Used where one side of a comparison is rectangular and the other is not: ragged rows, or an empty list. It makes as many rows
 * as the shape says: compare lengths first.
 */
export function arrayAsList(array: ArrayValue): ListValue {
  const [length = 0, ...rest] = array.shape;
  const size = rest.reduce((product, extent) => product * extent, 1);
  const items = Array.from({ length }, (_, row): Value => {
    if (rest.length === 0) return { kind: "number", value: array.data[row] ?? Number.NaN };
    return { kind: "array", shape: rest, data: array.data.subarray(row * size, (row + 1) * size) };
  });
  return { kind: "list", items };
}

/**
 * A list of scalars (numbers and rank-0 tensors) as a one-dimensional array.
 *
 * @returns The array, or undefined if the list is empty or holds anything else.
 */
export function listAsArray(list: ListValue): ArrayValue | undefined {
  const data = new Float64Array(list.items.length);
  for (const [i, item] of list.items.entries()) {
    if (item.kind === "number") data[i] = item.value;
    else if (item.kind === "tensor" && item.shape.length === 0) data[i] = item.data[0] ?? Number.NaN;
    else return undefined;
  }
  return data.length === 0 ? undefined : { kind: "array", shape: [data.length], data };
}
