import { message } from "../../messages/message.ts";
import { formatNumber } from "../../phrasing/text/format-number.ts";
import {
  type ComparedPart,
  comparedPart,
  extentsOf,
  labelRow,
  partAroundWorst,
} from "../../phrasing/text/tensor-part.ts";
import type { Mismatch, NumberText } from "../../report/report.ts";
import { type ColourScale, colourOf, colourOfDifference, differenceScale, valueScale } from "./colour-scale.ts";
import { boxAround, type Cell, drawCells, gridLines, type Shape } from "./draw-cells.ts";
import type { Label } from "./plot.ts";

/** A grid of colours for a template: expected, found, or their difference. */
type PanelView = {
  readonly name: string;
  /** What is to be seen, in words. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly grid: string;
  readonly shapes: readonly Shape[];
  /** Around the worst element; null where it is not shown. */
  readonly box: string | null;
  readonly columnLabels: readonly Label[];
  readonly rowLabels: readonly Label[];
  readonly scale: { readonly kind: ColourScale["kind"]; readonly low: string; readonly high: string } | null;
};

/** A mismatch as a picture, for a template. */
export type HeatMapView = { readonly panels: readonly PanelView[]; readonly caption: readonly string[] };

/** Fewer are read as quickly as they are looked at. */
const leastElements = 8;
/** In each direction. */
const mostCells = 16;

/** Whether there are two tensors of one shape, with more than a few numbers, that differ. */
export function hasHeatMap({ code, index, total, differing, window, expectedPreview }: Mismatch): boolean {
  if ((code !== "values" && code !== "non-finite") || index === undefined || differing === undefined) return false;
  if (total === undefined || total <= leastElements) return false;
  // What was graded by an earlier version has only the beginning of a large tensor.
  return window !== undefined || expectedPreview?.values.length === total;
}

/**
 * Expected and found values and their difference as grids of colours; of a large tensor the surroundings of the worst element.
 * @returns null where there are none, see {@link hasHeatMap}.
 */
export function heatMapView(mismatch: Mismatch): HeatMapView | null {
  const whole = hasHeatMap(mismatch) ? comparedPart(mismatch) : null;
  if (whole === null || !whole.marks.some((mark) => mark !== "same")) return null;
  const part = partAroundWorst(whole, mostCells);
  const { index = [], differing = 0, total = 0 } = mismatch;
  return {
    panels: panelsOf(part, index),
    caption: captionOf(part, { differing, total, index: `[${index.join(", ")}]` }),
  };
}

/** What the panels of a picture have in common. */
type Layout = Omit<PanelView, "name" | "label" | "shapes" | "scale">;

function panelsOf(part: ComparedPart, index: readonly number[]): readonly PanelView[] {
  const { expected, found, marks } = part;
  const layout = layOut(part);
  const values = valueScale(expected.values, found.values);
  const differences = differencesOf(part);
  const apart = differenceScale(differences.filter((_, at) => marks[at] !== "same"));
  const shapes = (cells: readonly Cell[]) => drawCells(cells, expected.columns);
  const shapesOf = (which: "expected" | "found") =>
    shapes(part[which].values.map((value) => cellOf(value, values, colourOf)));
  const ofValues = (which: "expected" | "found") => ({
    ...layout,
    name: message(`page.${which}`),
    label: describeValues(message(`page.${which}`), part, part[which].values),
    shapes: shapesOf(which),
    scale: endsOf(values),
  });
  const cells = differences.map((value, at) =>
    marks[at] === "same" ? null : cellOf(value, apart, colourOfDifference),
  );
  return [
    ofValues("expected"),
    ofValues("found"),
    {
      ...layout,
      name: message("picture.difference"),
      label: message("picture.describe-difference", {
        differing: marks.filter((mark) => mark !== "same").length,
        shown: marks.length,
        index: `[${index.join(", ")}]`,
      }),
      shapes: shapes(cells),
      scale: endsOf(apart),
    },
  ];
}

/** Found minus expected. What is finite stays so. */
function differencesOf({ expected, found }: ComparedPart): readonly number[] {
  return expected.values.map((value, at) => {
    const [wanted, actual] = [Number(value), Number(found.values[at])];
    const difference = actual - wanted;
    if (!Number.isFinite(wanted) || !Number.isFinite(actual) || Number.isFinite(difference)) return difference;
    return Math.sign(difference) * Number.MAX_VALUE;
  });
}

function cellOf(
  value: NumberText,
  scale: ColourScale | null,
  colour: (value: number, scale: ColourScale) => number,
): Cell {
  const number = Number(value);
  if (Number.isNaN(number)) return { sign: "nan" };
  if (!Number.isFinite(number)) return { sign: number > 0 ? "up" : "down" };
  return scale === null ? null : { colour: `${scale.kind === "diverging" ? "d" : "s"}${colour(number, scale)}` };
}

function endsOf(scale: ColourScale | null): PanelView["scale"] {
  if (scale === null) return null;
  const { kind, low, high, isCutBelow, isCutAbove } = scale;
  return {
    kind,
    low: `${isCutBelow ? "≤ " : ""}${formatNumber(low, 3)}`,
    high: `${isCutAbove ? "≥ " : ""}${formatNumber(high, 3)}`,
  };
}

/** Pixels of the drawing. */
const [digit, line, gap] = [6.5, 14, 5];

function layOut({ expected, marks }: ComparedPart): Layout {
  const { shape, columns, row, column, values } = expected;
  const rows = Math.ceil(values.length / columns);
  const cell = columns > 10 || rows > 10 ? 16 : 22;
  const worst = marks.indexOf("worst");
  const [focusRow, focusColumn] = [Math.floor(Math.max(0, worst) / columns), Math.max(0, worst) % columns];
  const names = Array.from({ length: rows }, (_, at) => labelRow(row + at, shape));
  const left = Math.ceil(Math.max(0, ...names.map(({ length }) => length)) * digit) + gap;
  const widest = String(column + columns - 1).length * digit + gap;
  const top = line + gap;
  return {
    width: left + columns * cell + 2,
    height: top + rows * cell + 2,
    left,
    top,
    cell,
    columns,
    rows,
    grid: gridLines(columns, rows),
    box: worst < 0 ? null : boxAround(worst, columns),
    columnLabels: everyNth(columns, Math.ceil(widest / cell), focusColumn).map((at) => ({
      x: left + (at + 0.5) * cell,
      y: line,
      text: String(column + at),
    })),
    rowLabels: everyNth(rows, Math.ceil(line / cell), focusRow).map((at) => ({
      x: left - gap,
      y: top + (at + 0.5) * cell + 4,
      text: names[at] ?? "",
    })),
  };
}

/** Every so many positions, the focus among them. */
const everyNth = (count: number, step: number, focus: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at).filter((at) => (at - focus) % step === 0);

function describeValues(name: string, { expected }: ComparedPart, values: readonly NumberText[]): string {
  const finite = values.filter((value) => typeof value === "number");
  const given = { name, rows: Math.ceil(values.length / expected.columns), columns: expected.columns };
  if (finite.length === 0) return message("picture.describe-nothing", given);
  const [low, high] = [Math.min(...finite), Math.max(...finite)].map((end) => formatNumber(end, 3));
  return message("picture.describe", {
    ...given,
    low: low ?? "",
    high: high ?? "",
    others: values.length - finite.length,
  });
}

function captionOf(
  part: ComparedPart,
  told: { readonly differing: number; readonly total: number; readonly index: string },
): readonly string[] {
  const { expected, found, marks } = part;
  const { width, height } = extentsOf(expected);
  const rows = Math.ceil(expected.values.length / expected.columns);
  const isWhole = expected.values.length === width * height;
  const signs = new Set([...expected.values, ...found.values].filter((value) => typeof value === "string"));
  return [
    message(marks.includes("worst") ? "picture.share-and-worst" : "picture.share", told),
    message("picture.blank"),
    ...(isWhole ? [] : [message("picture.cut", { rows, columns: expected.columns, height, width })]),
    ...(signs.size === 0 ? [] : [message("picture.signs")]),
  ];
}
