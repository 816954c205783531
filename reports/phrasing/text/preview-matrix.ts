import type { Mismatch, NumberText, Preview } from "../../report/report.ts";
import { formatValue } from "./format-number.ts";
import {
  type ComparedPart,
  comparedPart,
  extentsOf,
  labelRow,
  type Mark,
  partOfPreview,
  type TensorPart,
} from "./tensor-part.ts";

const usualDigits = 6;
const mostExtraDigits = 11;

/** One number of a preview, with what the comparison said of it. */
type MatrixCell = { readonly text: string; readonly mark: Mark };

/** A part of a tensor as rows and columns, ready to be laid out. */
export type MatrixView = {
  readonly shape: readonly number[];
  /** Labels are positions in all axes but the last: `"0"`, `"1, 2"`; "" for a vector or scalar. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly MatrixCell[] }[];
  /** Positions in the last axis, as far as shown. */
  readonly columns: readonly number[];
  readonly hasEarlierRows: boolean;
  readonly hasMoreRows: boolean;
  readonly hasEarlierColumns: boolean;
  readonly hasMoreColumns: boolean;
};

/** Expected and found values of a mismatch, side by side. */
export type MatrixPair = { readonly expected: MatrixView; readonly found: MatrixView };

/** How much of a tensor is shown. */
export type MatrixSize = { readonly rows: number; readonly columns: number };

/**
 * What a report shows of a mismatch as two matrices, each number marked by whether it is within tolerance. Tensors of
 * rank 3 and more are shown as the rows of their last axis. A large tensor is cut to a part that includes the worst
 * element, if the report has it.
 * @returns null where there is nothing to show, or a single number that the sentence already gives.
 */
export function previewMatrices(mismatch: Mismatch, size: MatrixSize): MatrixPair | null {
  const part = comparedPart(mismatch);
  if (part === null || (part.expected.shape.length === 0 && part.found.shape.length === 0)) return null;
  const { expected, found, marks } = part;
  const [expectedTexts, foundTexts] =
    marks.length > 0 ? formatBoth(part) : [formatAligned(expected.values), formatAligned(found.values)];
  const worst = marks.includes("worst") ? marks.indexOf("worst") : null;
  const cell = (texts: readonly string[]) => (at: number) => ({ text: texts[at] ?? "", mark: marks[at] ?? "same" });
  return {
    expected: layOut(expected, size, worst, cell(expectedTexts)),
    found: layOut(found, size, worst, cell(foundTexts)),
  };
}

/** The beginning of a tensor as a matrix without marks; of a scalar, one number. */
export function previewMatrix(preview: Preview, size: MatrixSize): MatrixView {
  const texts = formatAligned(preview.values);
  return layOut(partOfPreview(preview), size, null, (at) => ({ text: texts[at] ?? "", mark: "same" }));
}

/** Both matrices in one alignment, with as many digits as it takes for marked numbers to look different. */
function formatBoth({ expected, found, marks }: ComparedPart): readonly [readonly string[], readonly string[]] {
  const count = expected.values.length;
  for (let extra = 0; ; extra += 1) {
    const texts = formatAligned([...expected.values, ...found.values], extra);
    const looksSame = (mark: Mark, at: number) => mark !== "same" && texts[at] === texts[count + at];
    if (extra === mostExtraDigits || !marks.some(looksSame)) return [texts.slice(0, count), texts.slice(count)];
  }
}

function layOut(
  part: TensorPart,
  size: MatrixSize,
  worst: number | null,
  cell: (at: number) => MatrixCell,
): MatrixView {
  const { shape, values } = part;
  const { width, height } = extentsOf(part);
  const step = Math.max(1, part.columns);
  // A part may hold only the beginning of its first row.
  const columns = windowAround(worst === null ? 0 : worst % step, Math.min(part.columns, values.length), size.columns);
  const known = Math.ceil(values.length / step);
  const rows = windowAround(worst === null ? 0 : Math.floor(worst / step), known, size.rows);
  return {
    shape,
    columns: columns.map((column) => part.column + column),
    rows: rows.map((row) => ({
      label: labelRow(part.row + row, shape),
      cells: columns.filter((column) => row * step + column < values.length).map((column) => cell(row * step + column)),
    })),
    hasEarlierRows: part.row + (rows[0] ?? 0) > 0,
    hasMoreRows: part.row + (rows.at(-1) ?? -1) + 1 < height,
    hasEarlierColumns: part.column + (columns[0] ?? 0) > 0,
    hasMoreColumns: part.column + (columns.at(-1) ?? -1) + 1 < width,
  };
}

/**
 * Consecutive positions below `count`, at most `room` of them, from 0 or from as far on as it takes to include `focus`.
 */
function windowAround(focus: number, count: number, room: number): readonly number[] {
  const length = Math.min(count, room);
  const start = focus < length ? 0 : Math.min(count - length, focus - length + 2);
  return Array.from({ length }, (_, at) => start + at);
}

/**
 * Numbers of one matrix with their decimal points aligned, and about six significant digits in the largest. Exact zeros
 * stay `0`. Where magnitudes differ too much for that, each number is formatted on its own.
 * @param extra Digits beyond the usual, 0 to 11.
 * @returns Texts in the same order; those with fewer decimals are padded with spaces on the right.
 */
export function formatAligned(values: readonly NumberText[], extra = 0): readonly string[] {
  const single = values.map((value) => formatValue(value, usualDigits + extra));
  const decimals = commonDecimals(values, single, extra);
  const texts = values.map((value, at) =>
    decimals === null || typeof value === "string" || value === 0 ? (single[at] ?? "") : value.toFixed(decimals),
  );
  const tail = Math.max(0, ...texts.map(tailLength));
  return texts.map((text) => text + " ".repeat(tail - tailLength(text)));
}

/** How many decimals all numbers can share; null if one of them would lose nearly all of its digits. */
function commonDecimals(values: readonly NumberText[], single: readonly string[], extra: number): number | null {
  const numbers = values.filter((value) => typeof value === "number" && value !== 0).map(Number);
  if (numbers.length === 0 || single.some((text) => /\de/.test(text))) return null;
  const largest = Math.max(...numbers.map(Math.abs));
  const most = Math.max(0, usualDigits + extra - 1 - Math.floor(Math.log10(largest)));
  const decimals = Math.min(most, Math.max(...single.map(decimalCount)));
  const isLost = (value: number) =>
    Math.abs(value) * 10 ** decimals < 10 && Number(value.toFixed(decimals)) !== Number(formatValue(value));
  return numbers.some(isLost) ? null : decimals;
}

function decimalCount(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

/** Characters from the decimal point on. */
function tailLength(text: string): number {
  return /[.e].*$/.exec(text)?.[0].length ?? 0;
}
