import type { Mismatch, NumberText, Preview } from "../../report/report.ts";

/** What the comparison said of a number. */
export type Mark = "same" | "differs" | "worst";

/** A rectangle of a matrix. Of a tensor of rank 3 and more, the rows are those of its last axis. */
export type TensorPart = {
  readonly shape: readonly number[];
  /** Position of its first row and its first column. */
  readonly row: number;
  readonly column: number;
  /** Numbers in each of its rows; the last row may have fewer. */
  readonly columns: number;
  readonly values: readonly NumberText[];
};

/** The same part of both sides of a mismatch, number by number. */
export type ComparedPart = {
  readonly expected: TensorPart;
  readonly found: TensorPart;
  /** Of each number; none where the shapes differ. */
  readonly marks: readonly Mark[];
};

/**
 * What a report shows of both sides: the surroundings of the worst element, if it has them, otherwise the first elements.
 * @returns null where it shows nothing.
 */
export function comparedPart(mismatch: Mismatch): ComparedPart | null {
  const { expectedPreview, actualPreview, window } = mismatch;
  if (expectedPreview === undefined || actualPreview === undefined) return null;
  const [expected, found] = [partOfPreview(expectedPreview), partOfPreview(actualPreview)];
  if (expected.shape.join() !== found.shape.join()) return { expected, found, marks: [] };
  if (window === undefined) return marked(mismatch, expected, found);
  const { shape } = expected;
  const place = { shape, row: rowOf(window.start, shape), column: window.start.at(-1) ?? 0, columns: window.columns };
  return marked(mismatch, { ...place, values: window.expected }, { ...place, values: window.actual });
}

/** A part of a part, of whole rows, that has the worst element in it, as near to the middle as can be. @param most Rows and columns. */
export function partAroundWorst({ expected, found, marks }: ComparedPart, most: number): ComparedPart {
  const { columns, values } = expected;
  // A preview of a wide tensor holds the beginning of one row.
  const step = Math.max(1, Math.min(columns, values.length));
  const worst = Math.max(0, marks.indexOf("worst"));
  const across = spanAround(worst % step, step, most);
  const down = spanAround(Math.floor(worst / step), Math.floor(values.length / step), most);
  const isInside = (_: unknown, at: number) =>
    at % step >= across.start && at % step < across.end && at >= down.start * step && at < down.end * step;
  const cut = (part: TensorPart): TensorPart => ({
    ...part,
    row: part.row + down.start,
    column: part.column + across.start,
    columns: across.end - across.start,
    values: part.values.filter(isInside),
  });
  return { expected: cut(expected), found: cut(found), marks: marks.filter(isInside) };
}

/** Positions below `count`, at most so many, with the focus in their middle as far as the ends allow. */
export function spanAround(
  focus: number,
  count: number,
  most: number,
): { readonly start: number; readonly end: number } {
  const length = Math.min(count, most);
  const start = Math.max(0, Math.min(focus - Math.floor(length / 2), count - length));
  return { start, end: start + length };
}

/** The beginning of a tensor, which may end within a row. */
export function partOfPreview({ shape, values }: Preview): TensorPart {
  return { shape, row: 0, column: 0, columns: widthOf(shape), values };
}

/** Rows and columns of the whole. */
export function extentsOf({ shape }: Pick<TensorPart, "shape">): { readonly width: number; readonly height: number } {
  return { width: widthOf(shape), height: shape.slice(0, -1).reduce((product, extent) => product * extent, 1) };
}

const widthOf = (shape: readonly number[]): number => shape.at(-1) ?? 1;

/** The row in which an element is. */
function rowOf(index: readonly number[], shape: readonly number[]): number {
  return shape.slice(0, -1).reduce((flat, extent, axis) => flat * extent + (index[axis] ?? 0), 0);
}

/** The position of a row in all axes but the last: `"0"`, `"1, 2"`; "" for a vector or scalar. */
export function labelRow(row: number, shape: readonly number[]): string {
  const position: number[] = [];
  let rest = row;
  for (const extent of shape.slice(0, -1).reverse()) {
    position.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return position.join(", ");
}

function marked(mismatch: Mismatch, expected: TensorPart, found: TensorPart): ComparedPart {
  const { index } = mismatch;
  const { shape, row, column, columns } = expected;
  const worst = index && (rowOf(index, shape) - row) * columns + (index.at(-1) ?? 0) - column;
  const mark = (wanted: NumberText, at: number): Mark => {
    const value = found.values[at];
    if (value === undefined || agrees(mismatch, wanted, value)) return "same";
    return at === worst ? "worst" : "differs";
  };
  return { expected, found, marks: expected.values.map(mark) };
}

/** `|found - expected| <= atol + rtol * |expected|`, non-finite values exactly. */
function agrees({ rtol = 0, atol = 0 }: Mismatch, expected: NumberText, found: NumberText): boolean {
  if (typeof expected === "string" || typeof found === "string") return expected === found;
  return Math.abs(found - expected) <= atol + rtol * Math.abs(expected);
}
