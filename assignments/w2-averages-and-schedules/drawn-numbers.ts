import { absent, numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";

/** Lowest and highest value to draw; equal where the value itself matters. */
export type Range = readonly [low: number, high: number];

/** How an argument is passed that has its default: not at all, or as `undefined`. */
export type Default = "left-out" | "undefined";

/** Initial learning rates as they are usual, and some that rounding to a few decimals would lose. */
export const usualRates: Range = [0.02, 0.9];
export const tinyRates: Range = [2e-8, 9e-8];

/** A whole number, both ends of the range included. */
export function drawInteger(random: RandomState, [low, high]: Range): number {
  return low === high ? low : (random.randint(low, high + 1, 1)[0] ?? low);
}

/** Four decimals, as people write such numbers; tiny ones have ten. A range of one number gives it as it is. */
export function drawDecimal(random: RandomState, [low, high]: Range): number {
  if (low === high) return low;
  const unit = high < 1e-4 ? 1e10 : 1e4;
  return drawInteger(random, [Math.round(low * unit), Math.round(high * unit)]) / unit;
}

/** The last argument of a call: a number, or its default as it is passed. */
export function lastArgument(value: number | Default): Value[] {
  if (value === "left-out") return [];
  return [value === "undefined" ? absent : numberValue(value)];
}
