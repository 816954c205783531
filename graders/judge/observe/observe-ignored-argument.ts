import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import { agree } from "../compare/agree.ts";
import type { Observed, ObservedCase } from "./observed-case.ts";

/**
 * The argument that makes no difference: wherever two cases differ in it alone and other results are expected, the submission returned the
 * same.
 * @returns undefined where there is none, or more than one: then nothing is looked at.
 */
export function observeIgnoredArgument(cases: readonly ObservedCase[], comparison: Comparison): Observed | undefined {
  const pairs = cases.flatMap((one) => pairOf(one, cases, comparison));
  const parameters = [...new Set(pairs.map(({ parameter }) => parameter))];
  const ignored = parameters.filter((name) =>
    pairs.every(({ parameter, isIgnored }) => parameter !== name || isIgnored),
  );
  const [parameter] = ignored;
  return parameter !== undefined && ignored.length === 1 ? { code: "ignored-argument", parameter } : undefined;
}

type Pair = { readonly parameter: string; readonly isIgnored: boolean };

/** A variation with the case that it is one of, where their right results differ. */
function pairOf(one: ObservedCase, cases: readonly ObservedCase[], comparison: Comparison): Pair[] {
  const { variationOf } = one.testCase;
  const [parameter, ...more] = variationOf?.parameters ?? [];
  const base = cases.find(({ testCase }) => testCase.id === variationOf?.id);
  if (parameter === undefined || more.length > 0 || base === undefined) return [];
  if (one.testCase.judgedBy === "properties") return [];
  if (agree(base.expected.value, one.expected.value, comparison, undefined, "")) return [];
  const [left, right] = [base.run, one.run];
  const isSame =
    left.outcome === "returned" &&
    right.outcome === "returned" &&
    agree(left.value, right.value, comparison, undefined, "");
  return [{ parameter, isIgnored: isSame }];
}
