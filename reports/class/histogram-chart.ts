import type { Spec } from "vega";
import { message } from "../messages/message.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import type { ScoreBin } from "./statistics/score-histogram.ts";

const width = 360;
const height = 170;
const margin = { top: 18, right: 16, bottom: 34, left: 12 };
const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };

/**
 * The histogram of scores: a bar per bin with its count above it, the pass mark as a dashed line.
 * @param passMark Points.
 * @param axis What the scores are.
 */
export function histogramChart(
  bins: readonly ScoreBin[],
  passMark: number,
  axis: string = message("class.chart-points"),
): Spec {
  const edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? null];
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const text = {
    fill: { value: "var(--muted)" },
    font: { value: "inherit" },
    fontSize: { value: 11 },
    align: { value: "center" as const },
  };
  const at = (offset: number) => ({ scale: "x", field: "at", offset });
  return {
    width,
    height,
    data: [
      {
        name: "bars",
        values: bins.map(({ count }, at) => ({
          at,
          next: at + 1,
          middle: at + 0.5,
          count,
          label: count === 0 ? "" : String(count),
        })),
      },
      {
        name: "edges",
        values: edges.map((edge, at) => ({
          at,
          label: edge === null ? message("class.chart-more") : formatPoints(edge),
        })),
      },
    ],
    scales: [
      { name: "x", type: "linear", domain: [0, bins.length], range: [margin.left, margin.left + plot.width] },
      { name: "y", type: "linear", domain: [0, most], range: [margin.top + plot.height, margin.top] },
    ],
    marks: [
      {
        type: "rect",
        from: { data: "bars" },
        encode: {
          enter: {
            x: at(1),
            x2: { scale: "x", field: "next", offset: -1 },
            y: { scale: "y", field: "count" },
            y2: { scale: "y", value: 0 },
            fill: { value: "var(--link)" },
          },
        },
      },
      {
        type: "text",
        from: { data: "bars" },
        encode: {
          enter: {
            ...text,
            x: { scale: "x", field: "middle" },
            y: { scale: "y", field: "count", offset: -4 },
            text: { field: "label" },
          },
        },
      },
      {
        type: "rule",
        encode: {
          enter: {
            x: { value: margin.left },
            x2: { value: margin.left + plot.width },
            y: { scale: "y", value: 0 },
            stroke: { value: "var(--muted)" },
          },
        },
      },
      {
        type: "text",
        from: { data: "edges" },
        encode: { enter: { ...text, x: at(0), y: { scale: "y", value: 0, offset: 14 }, text: { field: "label" } } },
      },
      {
        type: "text",
        encode: {
          enter: {
            ...text,
            x: { value: width / 2 },
            y: { value: height - 4 },
            text: { value: axis },
          },
        },
      },
      {
        type: "rule",
        encode: {
          enter: {
            x: { scale: "x", value: positionOf(passMark, bins) },
            y: { value: margin.top - 12 },
            y2: { scale: "y", value: 0 },
            stroke: { value: "var(--text)" },
            strokeDash: { value: [4, 3] },
          },
        },
      },
    ],
  };
}

/** The position of points on an axis on which every bin is 1 wide. */
function positionOf(points: number, bins: readonly ScoreBin[]): number {
  const at = bins.findIndex(({ to }) => to !== null && points < to);
  const bin = bins[at];
  if (bin === undefined || bin.to === null) return bins.filter(({ to }) => to !== null).length;
  return at + (points - bin.from) / (bin.to - bin.from);
}
