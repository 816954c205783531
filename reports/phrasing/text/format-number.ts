import type { NumberText } from "../../report/report.ts";

const usualDigits = 6;
const allDigits = 17;

/**
 * A number as a person reads it: integers in full below 10^9, otherwise rounded, without trailing zeros, in powers of
 * ten only below 10^-4 and from 10^7. Independent of the machine's language.
 * @param digits Significant digits, 1 to 17.
 */
export function formatNumber(value: NumberText, digits = usualDigits): string {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  return magnitude >= 1e-4 && magnitude < 1e7 ? String(rounded) : rounded.toExponential();
}

/**
 * Two numbers side by side: with as many digits as it takes for different numbers to look different.
 * @returns The texts in the order of the arguments.
 */
export function formatPair(a: NumberText, b: NumberText): readonly [string, string] {
  for (let digits = usualDigits; digits < allDigits; digits += 1) {
    const texts = [formatNumber(a, digits), formatNumber(b, digits)] as const;
    if (texts[0] !== texts[1] || Object.is(a, b)) return texts;
  }
  return [formatNumber(a, allDigits), formatNumber(b, allDigits)];
}
