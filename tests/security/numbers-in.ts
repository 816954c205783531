import type { Value } from "../../assignments/values/value.ts";
import { formatNumber } from "../../reports/phrasing/text/format-number.ts";

/** Largest number of elements of one tensor that are looked for. */
const looked = 200;

/** The numbers that a value is made of, seeds and learning rates included; of a large tensor the first ones. */
export function numbersOf(value: Value): number[] {
  switch (value.kind) {
    case "number":
      return [value.value];
    case "rng":
      return [value.seed];
    case "optimizer":
      return [value.learningRate];
    case "tensor":
    case "array":
      return [...value.data.subarray(0, looked)];
    case "list":
      return value.items.flatMap(numbersOf);
    case "record":
      return value.entries.flatMap(([, item]) => numbersOf(item));
    case "undefined":
    case "boolean":
    case "string":
      return [];
    default:
      return value satisfies never;
  }
}

/**
 * How a number may be written, without sign: as it is, as float32, rounded as reports round, and with fewer digits. None for
 * a number that stands anywhere by chance: one with fewer than four digits that count.
 */
export function spellingsOf(value: number): string[] {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value) || digitsOf(magnitude) < 4) return [];
  const rounded = [4, 5, 6, 7, 9].map((digits) => Number(magnitude.toPrecision(digits)));
  const spelled = [magnitude, Math.fround(magnitude), ...rounded].flatMap((number) => [
    String(number),
    number.toExponential(),
    formatNumber(number),
  ]);
  const fixed = [4, 6].map((decimals) => magnitude.toFixed(decimals));
  return [...new Set([...spelled, ...fixed])].filter((text) => digitsOf(Number(text)) >= 4);
}

/** Every number that stands in a text, without sign, as it is written. */
export function numbersIn(text: string): Set<string> {
  return new Set(text.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? []);
}

const digitsOf = (magnitude: number): number =>
  magnitude
    .toExponential()
    .replace(/e.*$/, "")
    .replace(/[.]|0+$/g, "").length;
