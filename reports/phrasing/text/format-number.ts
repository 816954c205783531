import { roundPoints } from "../../../assignments/values/round-points.ts";
import { currentLanguage } from "../../messages/language.ts";
import { message } from "../../messages/message.ts";
import type { NumberText } from "../../report/report.ts";
import { phraseList } from "./sentence.ts";

const usualDigits = 6;
const allDigits = 17;

/**
 * A number as a program prints it: integers in full below 10^9, otherwise rounded, without trailing zeros, in powers of
 * ten only below 10^-4 and from 10^7. With a point in every language: for what one compares with a program's output, elements of
 * tensors and arguments.
 * @param digits Significant digits, 1 to 17.
 */
export function formatValue(value: NumberText, digits = usualDigits): string {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  return magnitude >= 1e-4 && magnitude < 1e7 ? String(rounded) : rounded.toExponential();
}

/** A number as a person reads it: {@link formatValue} with the decimal sign of the language, unless it is in powers of ten. */
export function formatNumber(value: NumberText, digits = usualDigits): string {
  return localised(formatValue(value, digits));
}

/** A number with so many decimals, even where they are zeros. */
export const formatFixed = (value: number, decimals: number): string => localised(value.toFixed(decimals));

/** German has a comma, and narrow spaces between groups of three from five digits on. */
function localised(number: string): string {
  if (currentLanguage() === "en" || !/^-?\d+(?:\.\d+)?$/.test(number)) return number;
  const [whole = "", fraction] = number.split(".");
  const grouped = whole.replace("-", "").length < 5 ? whole : whole.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, "\u202f");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/**
 * Two values side by side: with as many digits as it takes for different numbers to look different.
 * @returns The texts in the order of the arguments.
 */
export function formatPair(a: NumberText, b: NumberText): readonly [string, string] {
  for (let digits = usualDigits; digits < allDigits; digits += 1) {
    const texts = [formatValue(a, digits), formatValue(b, digits)] as const;
    if (texts[0] !== texts[1] || Object.is(a, b)) return texts;
  }
  return [formatValue(a, allDigits), formatValue(b, allDigits)];
}

/** Points with at most two decimals: `12`, `3.75`. */
export function formatPoints(points: number): string {
  return localised(String(roundPoints(points)));
}

/** A difference of points with its sign: `+2.5`, `−1`, `0`. */
export function formatDelta(delta: number): string {
  const points = formatPoints(Math.abs(delta));
  if (points === "0") return "0";
  return delta > 0 ? `+${points}` : `−${points}`;
}

/** Points with their unit: `1 point`, `3.75 points`. */
export function phrasePoints(points: number): string {
  return message("points.quantity", { count: points, points: formatPoints(points) });
}

/**
 * A score as a whole percentage, rounded to the nearest; but only a full score is 100, and only no score is 0.
 * @returns 0 to 100; 0 where the maximum is 0.
 */
export function scorePercent(score: number, maxScore: number): number {
  if (maxScore <= 0 || score <= 0) return 0;
  if (score >= maxScore) return 100;
  // The tiny addend undoes binary fractions such as 0.285 * 100 = 28.499….
  return Math.min(99, Math.max(1, Math.round((100 * score) / maxScore + 1e-9)));
}

/** How points changed: `13.75 → 15`; `still 15` where both look the same after rounding. */
export function phraseChange(from: number, to: number): string {
  const [before, after] = [formatPoints(from), formatPoints(to)];
  return before === after ? message("points.still", { points: after }) : `${before} → ${after}`;
}

/** A time limit in words. @param milliseconds At least 0. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${formatNumber(milliseconds, 3)} ms` : `${formatNumber(milliseconds / 1000, 3)} s`;
}

/** A memory limit in words. @param mebibytes At least 0. */
export function formatMemory(mebibytes: number): string {
  return mebibytes < 1024 ? `${formatNumber(mebibytes, 3)} MiB` : `${formatNumber(mebibytes / 1024, 3)} GiB`;
}

const units = [
  ["days", 24 * 60 * 60],
  ["hours", 60 * 60],
  ["minutes", 60],
  ["seconds", 1],
] as const;

/**
 * A time in its two largest units: `1 day and 3 hours`, `40 seconds`.
 * @param seconds Whole seconds, at least 0.
 */
export function phraseDuration(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 && parts.length < 2) parts.push(message(`duration.${unit}`, { count }));
  }
  return parts.length === 0 ? message("duration.seconds", { count: 0 }) : phraseList(parts);
}
