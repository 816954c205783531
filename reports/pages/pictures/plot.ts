import { message } from "../../messages/message.ts";
import type { Axis } from "./axis.ts";
import type { Shape } from "./draw-cells.ts";

/** A text in a drawing. */
export type Label = { readonly x: number; readonly y: number; readonly text: string };

/** Axes with what is drawn between them, for a template. */
type PlotView = {
  readonly width: number;
  readonly height: number;
  readonly axis: string;
  readonly guides: string;
  readonly shapes: readonly Shape[];
  readonly xLabels: readonly Label[];
  readonly yLabels: readonly Label[];
  /** Names of what is drawn, beside it. */
  readonly names: readonly Label[];
};

/** A curve or a histogram for a template, with a sentence that says what is to be seen. */
export type DrawingView = PlotView & { readonly caption: string };

/** Pixels of the whole, and of the area between the axes. */
const [width, height] = [360, 170];
export const area = { left: 46, right: width - 96, top: 10, bottom: height - 34 };

const lineHeight = 15;

/**
 * Puts axes around what is drawn.
 * @param ends Where the names of what was expected and found belong, in pixels from the top.
 */
export function plot(
  x: Axis & { readonly name: string },
  y: Axis,
  shapes: readonly Shape[],
  ends: { readonly expected: number; readonly found: number },
): PlotView {
  const { left, right, top, bottom } = area;
  return {
    width,
    height,
    axis: `M${left} ${top}V${bottom}H${right}`,
    guides: y.ticks.map(({ at }) => `M${left} ${pixel(at)}H${right}`).join(""),
    shapes,
    xLabels: [
      ...x.ticks.map(({ at, text }) => ({ x: pixel(at), y: bottom + 14, text })),
      { x: pixel((left + right) / 2), y: height - 4, text: x.name },
    ],
    yLabels: y.ticks.map(({ at, text }) => ({ x: left - 5, y: pixel(at + 4), text })),
    names: namesAt(ends),
  };
}

/** Tenths of a pixel. */
export const pixel = (value: number): number => Math.round(10 * value) / 10;

function namesAt(ends: { readonly expected: number; readonly found: number }): readonly Label[] {
  const lift = Math.max(0, lineHeight - Math.abs(ends.expected - ends.found)) / 2;
  const isAbove = ends.expected <= ends.found;
  const place = (at: number, isUpper: boolean) =>
    Math.max(area.top + (isUpper ? 4 : 4 + lineHeight), pixel(at + 4 + (isUpper ? -lift : lift)));
  return [
    { x: area.right + 8, y: place(ends.expected, isAbove), text: message("picture.reference") },
    { x: area.right + 8, y: place(ends.found, !isAbove), text: message("page.found") },
  ];
}
