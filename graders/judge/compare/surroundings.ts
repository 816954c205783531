import { spanAround } from "../../../reports/phrasing/text/tensor-part.ts";
import type { Mismatch } from "../../../reports/report/report.ts";
import type { Difference } from "./agree.ts";
import { type NumericBlock, numberText, numericBlock, previewLength, sameShape } from "./numeric-block.ts";
import { unravelIndex } from "./tolerance.ts";

/** Rows and columns at most; where the matrix is thin, more of them. */
const side = 8;
const longSide = 16;

/**
 * What lies around the worst element, expected and found, of a tensor that a preview does not show as a whole.
 * @param mismatch What is said of the difference.
 */
export function surroundings({ expected, actual }: Difference, { index }: Mismatch): Pick<Mismatch, "window"> {
  const [wanted, found] = [numericBlock(expected), numericBlock(actual)];
  if (index === undefined || wanted === undefined || found === undefined) return {};
  if (wanted.data.length <= previewLength || !sameShape(wanted.shape, found.shape)) return {};
  const width = wanted.shape.at(-1) ?? 1;
  const height = wanted.data.length / width;
  const at = index.reduce((flat, position, axis) => flat * (wanted.shape[axis] ?? 1) + position, 0);
  const columns = spanAround(at % width, width, height === 1 ? longSide : side);
  const rows = spanAround(Math.floor(at / width), height, width <= 2 ? longSide : side);
  const [length, count] = [columns.end - columns.start, rows.end - rows.start];
  const cut = ({ data }: NumericBlock) =>
    Array.from({ length: count * length }, (_, i) => {
      const [row, column] = [Math.floor(i / length), i % length];
      return numberText(data[(rows.start + row) * width + columns.start + column] ?? Number.NaN);
    });
  return {
    window: {
      start: unravelIndex(rows.start * width + columns.start, wanted.shape),
      columns: length,
      expected: cut(wanted),
      actual: cut(found),
    },
  };
}
