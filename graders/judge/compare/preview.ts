import type { NumberText, Preview } from "../../../reports/report/report.ts";
import type { NumericBlock } from "./numeric-block.ts";

const previewLength = 64;

/** The shape and the first elements of a block, row-major. @param length How many; usually 64. */
export function preview(block: NumericBlock, length = previewLength): Preview {
  return { shape: [...block.shape], values: Array.from(block.data.subarray(0, length), numberText) };
}

/** A number as JSON can hold it: non-finite ones by name, -0 as 0. */
export function numberText(value: number): NumberText {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "Infinity";
  if (value === Number.NEGATIVE_INFINITY) return "-Infinity";
  return value === 0 ? 0 : value;
}
