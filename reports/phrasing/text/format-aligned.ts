import type { NumberText } from "../../report/report.ts";
import { formatNumber } from "./format-number.ts";

const usualDigits = 6;

/**
 * Numbers of one matrix with their decimal points in line, about six significant digits in the largest. Exact zeros
 * stay `0`. Where magnitudes differ too much for that, each number is written for itself.
 * @param extra Digits beyond the usual, 0 to 11.
 * @returns Texts in the same order; those with fewer decimals are filled with spaces on the right.
 */
export function formatAligned(values: readonly NumberText[], extra = 0): readonly string[] {
  const single = values.map((value) => formatNumber(value, usualDigits + extra));
  const decimals = commonDecimals(values, single, extra);
  const texts = values.map((value, at) =>
    decimals === null || typeof value === "string" || value === 0 ? (single[at] ?? "") : value.toFixed(decimals),
  );
  const tail = Math.max(0, ...texts.map(tailLength));
  return texts.map((text) => text + " ".repeat(tail - tailLength(text)));
}

/** How many decimals all numbers can share; null if one of them would lose nearly all of its digits. */
function commonDecimals(values: readonly NumberText[], single: readonly string[], extra: number): number | null {
  const numbers = values.filter((value) => typeof value === "number" && value !== 0).map(Number);
  if (numbers.length === 0 || single.some((text) => /\de/.test(text))) return null;
  const largest = Math.max(...numbers.map(Math.abs));
  const most = Math.max(0, usualDigits + extra - 1 - Math.floor(Math.log10(largest)));
  const decimals = Math.min(most, Math.max(...single.map(decimalCount)));
  const isLost = (value: number) =>
    Math.abs(value) * 10 ** decimals < 10 && Number(value.toFixed(decimals)) !== Number(formatNumber(value));
  return numbers.some(isLost) ? null : decimals;
}

function decimalCount(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

/** Characters from the decimal point on. */
function tailLength(text: string): number {
  return /[.e].*$/.exec(text)?.[0].length ?? 0;
}
