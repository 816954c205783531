import type { Mismatch, NumberText } from "../../report/report.ts";
import { formatNumber, formatPair } from "../text/format-number.ts";

/**
 * The worst element of a mismatch in words: `found 0.5, expected 0.25 (off by 0.25, 100 %)`.
 * @returns null where the mismatch does not name one.
 */
export function phraseDifference(mismatch: Mismatch): string | null {
  const { expectedAt, actualAt } = mismatch;
  if (expectedAt === undefined || actualAt === undefined) return null;
  const [found, expected] = formatPair(actualAt, expectedAt);
  return `found ${found}, expected ${expected}${phraseOff(expectedAt, actualAt)}`;
}

function phraseOff(expected: NumberText, found: NumberText): string {
  if (typeof expected === "string" || typeof found === "string") return "";
  const off = Math.abs(found - expected);
  if (off === 0 || !Number.isFinite(off)) return "";
  const relative = (100 * off) / Math.abs(expected);
  const percent = Number.isFinite(relative) ? `, ${formatNumber(relative, 3)} %` : "";
  return ` (off by ${formatNumber(off, 3)}${percent})`;
}
