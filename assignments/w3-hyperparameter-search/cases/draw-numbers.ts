import type { RandomState } from "../../values/random-state.ts";
import type { ArrayValue } from "../../values/value.ts";

/** Lowest and highest value to draw; equal where the value itself matters. */
export type Range = readonly [low: number, high: number];

/** A number of thirteen digits, far more than float32 keeps. */
export function drawNumber(random: RandomState, [low, high]: Range): number {
  return low === high ? low : Number((low + random.random() * (high - low)).toPrecision(13));
}

/** As {@link drawNumber}, so many of them. */
export const drawNumbers = (random: RandomState, count: number, range: Range): number[] =>
  Array.from({ length: count }, () => drawNumber(random, range));

/** Points by rows. @param ranges One for each coordinate. */
export const drawPoints = (random: RandomState, count: number, ranges: readonly Range[]): number[][] =>
  Array.from({ length: count }, () => ranges.map((range) => drawNumber(random, range)));

/** A list of numbers, at least one. */
export const vectorValue = (numbers: readonly number[]): ArrayValue => ({
  kind: "array",
  shape: [numbers.length],
  data: Float64Array.from(numbers),
});

/** Points by rows, at least one. */
export const pointsValue = (points: readonly (readonly number[])[]): ArrayValue => ({
  kind: "array",
  shape: [points.length, points[0]?.length ?? 0],
  data: Float64Array.from(points.flat()),
});
