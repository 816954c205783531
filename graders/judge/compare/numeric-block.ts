import type { ArrayValue, TensorValue, Value } from "../../../assignments/values/value.ts";
import type { NumberText, Preview } from "../../../reports/report/report.ts";
import { remembered } from "./remembered.ts";

/** Numbers with a shape, row-major: what tensors, nested arrays and plain numbers have in common. */
export type NumericBlock = {
  /** Extents, outermost first; `[]` for a scalar. */
  readonly shape: readonly number[];
  readonly data: TensorValue["data"] | ArrayValue["data"];
};

/**
 * A value as numbers with a shape. Tensors and arrays are returned as they are; a number becomes a scalar block.
 *
 * @returns The block, or undefined for a value that holds no numbers itself (record, list, text ...).
 */
export function numericBlock(value: Value): NumericBlock | undefined {
  switch (value.kind) {
    case "tensor":
    case "array":
      return value;
    case "number":
      return { shape: [], data: Float64Array.of(value.value) };
    default:
      return undefined;
  }
}

/** The block of a value that is right, always the same one. Not for what a submission returned: it decides how many numbers that holds. */
export const expectedBlock = remembered(numericBlock);

/** Whether two shapes are the same: same rank, same extents. Nothing is broadcast. */
export function sameShape(left: readonly number[], right: readonly number[]): boolean {
  if (left.length !== right.length) return false;
  for (let axis = 0; axis < left.length; axis++) if (left[axis] !== right[axis]) return false;
  return true;
}

/** Elements of a preview. */
export const previewLength = 64;

/** The shape and the first elements of a block, row-major. @param length How many; usually 64. */
export function preview(block: NumericBlock, length = previewLength): Preview {
  const values: NumberText[] = [];
  for (let i = 0; i < Math.min(length, block.data.length); i++) values.push(numberText(block.data[i] ?? Number.NaN));
  return { shape: [...block.shape], values };
}

/** A number as JSON can hold it: non-finite ones by name, -0 as 0. */
export function numberText(value: number): NumberText {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "Infinity";
  if (value === Number.NEGATIVE_INFINITY) return "-Infinity";
  return value === 0 ? 0 : value;
}
