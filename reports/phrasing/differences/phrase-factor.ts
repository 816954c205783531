import type { Finding } from "../../report/report.ts";
import { codeSpan } from "../text/code-span.ts";
import { formatNumber } from "../text/format-number.ts";

/**
 * A constant factor in words, for the place after "are" or "is": "`m` times too large (a factor of 5)".
 * @param same What it is a multiple of where too large or too small does not fit: `the expected ones`.
 */
export function phraseFactor({ factor, named }: Finding, same: string): string {
  if (factor === undefined) return named === undefined ? `a multiple of ${same}` : `${same} times ${codeSpan(named)}`;
  const amount = formatNumber(factor);
  if (factor <= 0)
    return `${same} times ${named === undefined || named === amount ? amount : `${codeSpan(named)} (${amount})`}`;
  if (factor < 1)
    return named === undefined ? `${amount} times ${same}` : `too small by the factor ${codeSpan(named)} (${amount})`;
  return named === undefined
    ? `${amount} times too large`
    : `${codeSpan(named)} times too large (a factor of ${amount})`;
}
