import { message } from "../../messages/message.ts";
import { formatNumber } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { Drawing, DrawnNumbers } from "../../report/report.ts";
import { type Axis, linearAxis } from "./axis.ts";
import { area, type DrawingView, pixel, plot } from "./plot.ts";

/** Two distributions as outlines. @returns null where there is nothing to be drawn. */
export function histogramView({ path, range, expected, actual }: Drawing): DrawingView | null {
  const [wanted, found] = [expected, actual].map(({ values }) => values.map(Number));
  if (range === undefined || wanted === undefined || found === undefined) return null;
  const most = Math.max(...wanted, ...found);
  if (!(most > 0 && most <= 1 && range[0] < range[1])) return null;
  const x = linearAxis(range[0], range[1], area.left + 8, area.right - 8);
  const y = linearAxis(0, 100 * most, area.bottom, area.top + 6);
  const ticks = y.ticks.map(({ at, text }) => ({ at, text: `${text} %` }));
  const outline = (look: "expected" | "found", shares: readonly number[]) => ({ look, path: steps(shares, y) });
  const caption = message("picture.histogram", {
    place: path === "" ? message("picture.values") : printable(path),
    found: formatDeviation(actual),
    expected: formatDeviation(expected),
  });
  const ends = { expected: peak(wanted, y), found: peak(found, y) };
  const shapes = [outline("expected", wanted), outline("found", found)];
  return { ...plot({ ...x, name: "" }, { ...y, ticks }, shapes, ends), caption };
}

const formatDeviation = ({ deviation }: DrawnNumbers): string =>
  deviation === undefined ? "…" : formatNumber(deviation, 3);

/** The upper edges of the bins. */
function steps(shares: readonly number[], y: Axis): string {
  const bin = (area.right - area.left - 16) / shares.length;
  const edges = shares.map(
    (share, at) => `V${pixel(y.position(100 * share))}H${pixel(area.left + 8 + (at + 1) * bin)}`,
  );
  return `M${area.left + 8} ${area.bottom}${edges.join("")}V${area.bottom}`;
}

const peak = (shares: readonly number[], y: Axis): number => y.position(100 * Math.max(...shares));
