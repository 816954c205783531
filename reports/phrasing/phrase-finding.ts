import { message } from "../messages/message.ts";
import type { Finding } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatNumber } from "./text/format-number.ts";
import { toClause } from "./text/sentence.ts";

/** How the found values are related to the expected ones, in one sentence for the student. */
export function phraseFinding(finding: Finding): string {
  const relation = phraseRelation(finding);
  if (finding.path === undefined) return relation;
  return message("finding.at", { path: codeSpan(finding.path), finding: toClause(relation) });
}

function phraseRelation(finding: Finding): string {
  const { code, key } = finding;
  switch (code) {
    case "factor":
      return phraseFactor(finding, "values");
    case "step-factor":
      return phraseFactor(finding, "step");
    case "offset":
      return phraseOffset(finding.offset);
    case "summed-over-axis":
      return phraseSummed(finding);
    case "unchanged-input":
      return key === undefined ? message("finding.some-input") : message("finding.input", { key: codeSpan(key) });
    case "equals-other-key":
      return key === undefined
        ? message("finding.some-other-key")
        : message("finding.other-key", { key: codeSpan(key) });
    case "rounded":
      return phraseRounding(finding);
    case "repeated":
      return phraseRepeated(finding.axis);
    case "clipped":
      return phraseBounds(finding);
    case "items-missing":
      return phraseMissing(finding);
    case "items-surplus":
      return message("finding.items-surplus", { count: finding.count ?? 1 });
    default:
      return message(`finding.${code}`);
  }
}

const phraseMissing = ({ count = 1, item }: Finding): string =>
  item === undefined
    ? message("finding.items-missing", { count })
    : message("finding.items-missing-first", { count, item: codeSpan(item) });

function phraseRounding({ decimals = 0, digits }: Finding): string {
  if (digits !== undefined) return message("finding.rounded-digits", { count: digits });
  return decimals === 0 ? message("finding.rounded-whole") : message("finding.rounded-decimals", { count: decimals });
}

function phraseRepeated(axis: number | undefined): string {
  if (axis === undefined) return message("finding.repeated");
  return message(axis === 0 ? "finding.repeated-rows" : "finding.repeated-columns");
}

function phraseBounds({ low, high }: Finding): string {
  if (low === undefined) return message("finding.clipped-above", { high: formatNumber(high ?? Number.NaN) });
  if (high === undefined) return message("finding.clipped-below", { low: formatNumber(low) });
  return message("finding.clipped", { low: formatNumber(low), high: formatNumber(high) });
}

function phraseOffset(offset: number | undefined): string {
  if (offset === undefined) return message("finding.some-offset");
  return message("finding.offset", { sign: offset < 0 ? "minus" : "plus", amount: formatNumber(Math.abs(offset)) });
}

function phraseSummed({ axis, key: name }: Finding): string {
  if (name === undefined)
    return axis === undefined ? message("finding.summed") : message("finding.summed-axis", { axis });
  const key = codeSpan(name);
  return axis === undefined
    ? message("finding.key-summed", { key })
    : message("finding.key-summed-axis", { key, axis });
}

/** A constant factor: "`m` times too large (a factor of 5)". @param what What it is a factor of. */
function phraseFactor({ factor, named: name }: Finding, what: "values" | "step"): string {
  const named = name === undefined ? undefined : codeSpan(name);
  if (factor === undefined)
    return named === undefined
      ? message("finding.multiple", { what })
      : message("finding.times", { what, factor: named });
  const amount = formatNumber(factor);
  if (factor <= 0) {
    const isTold = named === undefined || name === amount;
    return message("finding.times", { what, factor: isTold ? amount : `${named} (${amount})` });
  }
  if (named === undefined)
    return message(factor < 1 ? "finding.fraction" : "finding.too-large", { what, factor: amount });
  return message(factor < 1 ? "finding.too-small" : "finding.named-too-large", { what, named, factor: amount });
}
