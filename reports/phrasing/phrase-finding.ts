import type { Finding } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatNumber } from "./text/format-number.ts";
import { quantity, toClause } from "./text/sentence.ts";

/** How the found values are related to the expected ones, in one sentence for the student. */
export function phraseFinding(finding: Finding): string {
  const relation = phraseRelation(finding);
  return finding.path === undefined ? relation : `${codeSpan(finding.path)}: ${toClause(relation)}.`;
}

function phraseRelation(finding: Finding): string {
  switch (finding.code) {
    case "transposed":
      return "Your values are the expected ones transposed: rows and columns are exchanged.";
    case "negated":
      return "Your values are the expected ones with the opposite sign.";
    case "factor":
      return `Your values are ${phraseFactor(finding, "the expected ones")}.`;
    case "offset":
      return `Your values are the expected ones ${phraseOffset(finding.offset)}.`;
    case "permuted":
      return "Your values are the expected ones in another order.";
    case "reversed":
      return "Your values are the expected ones in reverse order.";
    case "shape-only":
      return "Your values are right; only their shape differs.";
    case "summed-over-axis":
      return `Your values are ${phraseSummed(finding)}.`;
    case "float-precision":
      return "Your values differ only in the last digits: the formula seems right, but it loses precision on the way.";
    case "all-zero":
      return "Your values are all zero.";
    case "unchanged-input":
      return finding.key === undefined
        ? "Your values are those of an input, returned unchanged."
        : `Your values are those of the input ${codeSpan(finding.key)}, returned unchanged.`;
    case "step-negated":
      return "The step goes in the opposite direction: the update was added where it should be subtracted.";
    case "step-factor":
      return `The step is ${phraseFactor(finding, "the expected one")}.`;
    case "equals-other-key":
      return `Your values are those of ${finding.key === undefined ? "another key" : codeSpan(finding.key)}.`;
    case "rounded":
      return `Your values are the expected ones, rounded to ${phraseRounding(finding)}.`;
    case "repeated":
      return `${phraseRepeated(finding.axis)}; the expected ones are not.`;
    case "clipped":
      return `Your values are the expected ones, cut off ${phraseBounds(finding)}.`;
    default:
      finding.code satisfies never;
      return "Your values differ from the expected ones.";
  }
}

function phraseRounding({ decimals, digits }: Finding): string {
  if (digits !== undefined) return quantity(digits, "significant digit");
  return decimals === 0 ? "whole numbers" : quantity(decimals ?? 0, "decimal");
}

function phraseRepeated(axis: number | undefined): string {
  if (axis === undefined) return "Your values are all the same";
  return axis === 0 ? "All rows of your values are the same" : "All columns of your values are the same";
}

function phraseBounds({ low, high }: Finding): string {
  if (low === undefined) return `above ${formatNumber(high ?? Number.NaN)}`;
  return high === undefined
    ? `below ${formatNumber(low)}`
    : `below ${formatNumber(low)} and above ${formatNumber(high)}`;
}

function phraseOffset(offset: number | undefined): string {
  if (offset === undefined) return "plus a constant";
  return offset < 0 ? `minus ${formatNumber(-offset)}` : `plus ${formatNumber(offset)}`;
}

function phraseSummed({ axis, key }: Finding): string {
  const whole = key === undefined ? "the expected ones" : `those of ${codeSpan(key)}`;
  return axis === undefined ? `${whole} summed over an axis` : `${whole} summed over axis ${axis}`;
}

/**
 * A constant factor in words, to follow "are" or "is": "`m` times too large (a factor of 5)".
 * @param same What it is a multiple of, where neither "too large" nor "too small" fits: `the expected ones`.
 */
function phraseFactor({ factor, named }: Finding, same: string): string {
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
