import type { Spec } from "vega";
import { message } from "../messages/message.ts";
import { formatNumber, scorePercent } from "../phrasing/text/format-number.ts";
import type { ExerciseStatistics } from "./statistics/exercise-statistics.ts";

const width = 360;
const rowHeight = 24;
const head = 30;
const foot = 22;
const shares = { from: 28, to: 186 };
const correlations = { from: 236, to: 348 };

/**
 * The exercises of a class: a row each with its number, a bar for difficulty and a dot for discrimination. Questions of a quiz have a diamond,
 * too, for the upper-lower index.
 */
export function exercisesChart(exercises: readonly ExerciseStatistics[]): Spec {
  const rows = exercises.map(({ difficulty, discrimination, upperLower }, at) => ({
    middle: head + (at + 0.5) * rowHeight,
    number: String(at + 1),
    share: difficulty.value ?? 0,
    percent: difficulty.value === null ? "–" : `${scorePercent(difficulty.value, 1)} %`,
    correlation: discrimination.value,
    index: upperLower?.value ?? null,
  }));
  const bottom = head + rows.length * rowHeight;
  const lowest = Math.min(0, ...rows.flatMap(({ correlation, index }) => [correlation ?? 0, index ?? 0]));
  // The most important first: a label that would touch an earlier one is left out, and its line stays.
  const ticks = [0, 1, ...(lowest < 0 ? [Math.floor(lowest * 10) / 10] : []), 0.5, 0.2];
  const labelled = labelledTicks(ticks);
  const text = { fill: { value: "var(--muted)" }, font: { value: "inherit" }, fontSize: { value: 11 } };
  const middle = (offset: number) => ({ field: "middle", offset });
  const title = (x: number, value: string) => ({
    type: "text" as const,
    encode: { enter: { ...text, x: { value: x }, y: { value: 14 }, text: { value } } },
  });
  return {
    width,
    height: bottom + foot,
    data: [
      { name: "rows", values: rows },
      { name: "dots", values: rows.filter(({ correlation }) => correlation !== null) },
      { name: "diamonds", values: rows.filter(({ index }) => index !== null) },
      { name: "ticks", values: ticks.map((tick) => ({ tick, label: labelled.includes(tick) ? minusSign(tick) : "" })) },
    ],
    scales: [
      { name: "share", type: "linear", domain: [0, 1], range: [shares.from, shares.to] },
      {
        name: "correlation",
        type: "linear",
        domain: [Math.min(...ticks), 1],
        range: [correlations.from, correlations.to],
      },
    ],
    marks: [
      title(shares.from, message("class.chart-share")),
      title(correlations.from, message("class.discrimination")),
      {
        type: "text",
        from: { data: "rows" },
        encode: {
          enter: { ...text, x: { value: 16 }, align: { value: "right" }, y: middle(4), text: { field: "number" } },
        },
      },
      {
        type: "rect",
        from: { data: "rows" },
        encode: {
          enter: {
            x: { value: shares.from },
            x2: { value: shares.to },
            y: middle(-7),
            height: { value: 14 },
            fill: { value: "var(--line)" },
          },
        },
      },
      {
        type: "rect",
        from: { data: "rows" },
        encode: {
          enter: {
            x: { value: shares.from },
            x2: { scale: "share", field: "share" },
            y: middle(-7),
            height: { value: 14 },
            fill: { value: "var(--link)" },
          },
        },
      },
      {
        type: "text",
        from: { data: "rows" },
        encode: { enter: { ...text, x: { value: shares.to + 6 }, y: middle(4), text: { field: "percent" } } },
      },
      {
        type: "rule",
        from: { data: "ticks" },
        encode: {
          enter: {
            x: { scale: "correlation", field: "tick" },
            y: { value: head },
            y2: { value: bottom },
            stroke: { signal: "datum.tick === 0 ? 'var(--muted)' : 'var(--line)'" },
          },
        },
      },
      {
        type: "text",
        from: { data: "ticks" },
        encode: {
          enter: {
            ...text,
            align: { value: "center" },
            x: { scale: "correlation", field: "tick" },
            y: { value: bottom + 15 },
            text: { field: "label" },
          },
        },
      },
      {
        type: "symbol",
        from: { data: "dots" },
        encode: {
          enter: {
            shape: { value: "circle" },
            size: { value: 70 },
            x: { scale: "correlation", field: "correlation" },
            y: middle(0),
            fill: { value: "var(--link)" },
          },
        },
      },
      {
        type: "symbol",
        from: { data: "diamonds" },
        encode: {
          enter: {
            shape: { value: "diamond" },
            size: { value: 70 },
            x: { scale: "correlation", field: "index" },
            y: middle(0),
            fill: { value: "var(--sheet)" },
            fillOpacity: { value: 0.6 },
            stroke: { value: "var(--text)" },
            strokeWidth: { value: 1.5 },
          },
        },
      },
    ],
  };
}

/** Between the middles of two labels, in pixels of the chart. */
const leastDistance = 20;

function labelledTicks(ticks: readonly number[]): number[] {
  const pixels = (correlations.to - correlations.from) / (1 - Math.min(...ticks));
  const labelled: number[] = [];
  for (const tick of ticks) {
    if (labelled.every((other) => Math.abs(other - tick) * pixels >= leastDistance)) labelled.push(tick);
  }
  return labelled;
}

const minusSign = (tick: number): string => formatNumber(tick).replace("-", "−");
