import type { Value } from "../values/value.ts";
import type { Matrix } from "./contract.ts";

/**
 * The matrices of a dictionary, by name.
 * @throws TypeError for anything but a record of arrays of two dimensions.
 */
export function matricesOf(value: Value | undefined): Record<string, Matrix> {
  if (value?.kind !== "record")
    throw new TypeError(`Cannot read matrices: the value is a ${value?.kind}, not a record`);
  return Object.fromEntries(value.entries.map(([name, item]) => [name, matrixOf(item)]));
}

/**
 * A nested array of numbers, by rows; where rows are typed arrays, a result comes as a list of them.
 * @throws TypeError for anything but an array of two dimensions.
 */
export function matrixOf(value: Value | undefined): Matrix {
  if (value?.kind === "list") return value.items.map(rowOf);
  if (value?.kind !== "array" || value.shape.length !== 2) {
    throw new TypeError(`Cannot read a matrix: the value is a ${value?.kind}, must be an array of two dimensions`);
  }
  const [rows = 0, columns = 0] = value.shape;
  return Array.from({ length: rows }, (_, i) => Array.from(value.data.subarray(i * columns, (i + 1) * columns)));
}

function rowOf(value: Value): number[] {
  if (value.kind !== "array" || value.shape.length !== 1)
    throw new TypeError("Cannot read a matrix: a row is no array of numbers");
  return [...value.data];
}
