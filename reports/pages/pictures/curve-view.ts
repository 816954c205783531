import { message } from "../../messages/message.ts";
import { formatNumber } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { Drawing, DrawnNumbers, NumberText } from "../../report/report.ts";
import { type Axis, axisOf, linearAxis } from "./axis.ts";
import type { Shape } from "./draw-cells.ts";
import { area, type DrawingView, pixel, plot } from "./plot.ts";

/** Points that are few enough to be marked. */
const mostDots = 16;

/** Two series as lines. @returns null where none of their values is finite. */
export function curveView({ path, x: counted, expected, actual }: Drawing): DrawingView | null {
  const values = [...expected.values, ...actual.values].filter(isFiniteNumber);
  if (values.length === 0) return null;
  const y = axisOf(values, area.bottom - 6, area.top + 6);
  const x = positions(Math.max(expected.count, actual.count));
  const line = (look: "expected" | "found", numbers: DrawnNumbers): Shape[] => [
    { look, path: linePath(numbers, x, y) },
    ...(numbers.values.length > mostDots ? [] : [{ look: `${look} dots`, path: dotsPath(numbers, x, y) }]),
  ];
  const place = path === "" ? message("picture.values") : printable(path);
  const given = {
    place,
    foundFirst: formatEnd(actual.values[0]),
    foundLast: formatEnd(actual.values.at(-1)),
    first: formatEnd(expected.values[0]),
    last: formatEnd(expected.values.at(-1)),
  };
  const wrong = actual.values.filter((value) => !isFiniteNumber(value)).length;
  const caption = [
    counted === undefined
      ? message("picture.curve-by-position", given)
      : message("picture.curve", { ...given, x: printable(counted) }),
    ...(actual.count === expected.count
      ? []
      : [message("picture.counts-differ", { count: actual.count, expected: expected.count })]),
    ...(wrong === 0 ? [] : [message("picture.not-finite", { count: wrong })]),
    ...(y.isLogarithmic ? [message("picture.logarithmic")] : []),
  ];
  const shapes = [...line("expected", expected), ...line("found", actual)].filter(({ path }) => path !== "");
  const ends = { expected: endOf(expected, y), found: endOf(actual, y) };
  const name = counted === undefined ? "" : printable(counted);
  return { ...plot({ ...x, name }, y, shapes, ends), caption: caption.join(" ") };
}

/** Where the values of a series are: from 0 to the last of the longer one, all labels whole. */
function positions(count: number): Axis {
  const axis = linearAxis(0, Math.max(0, count - 1), area.left + 8, area.right - 8);
  return { ...axis, ticks: axis.ticks.filter(({ text }) => /^\d+$/.test(text)) };
}

type Point = { readonly at: number; readonly value: NumberText };

/** The values of a series with their positions in it: a long one is told at even distances. */
const pointsOf = ({ count, values }: DrawnNumbers): readonly Point[] =>
  values.map((value, i) => ({
    at: values.length <= 1 ? 0 : Math.round((i * (count - 1)) / (values.length - 1)),
    value,
  }));

/** What is not finite leaves a gap. */
function linePath(numbers: DrawnNumbers, x: Axis, y: Axis): string {
  let isDrawing = false;
  return pointsOf(numbers)
    .map(({ at, value }) => {
      const move = isDrawing ? "L" : "M";
      isDrawing = isFiniteNumber(value);
      return isFiniteNumber(value) ? `${move}${pixel(x.position(at))} ${pixel(y.position(value))}` : "";
    })
    .join("");
}

const dotsPath = (numbers: DrawnNumbers, x: Axis, y: Axis): string =>
  pointsOf(numbers)
    .map(({ at, value }) => (isFiniteNumber(value) ? `M${pixel(x.position(at))} ${pixel(y.position(value))}h0` : ""))
    .join("");

/** Where a line ends; of a series without a finite value, the middle. */
function endOf({ values }: DrawnNumbers, y: Axis): number {
  const last = values.findLast(isFiniteNumber);
  return last === undefined ? (area.top + area.bottom) / 2 : y.position(last);
}

const formatEnd = (value: NumberText | undefined): string => (value === undefined ? "…" : formatNumber(value, 3));

const isFiniteNumber = (value: NumberText): value is number => typeof value === "number" && Number.isFinite(value);
