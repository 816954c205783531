import type { NumericBlock } from "../compare/numeric-block.ts";
import { explains } from "../recognise/explains.ts";
import { leafAt, leavesOf } from "../recognise/relation-facts.ts";
import type { Observed, ObservedCase } from "./observed-case.ts";

/** Numbers that must be the same: fewer may be so by chance. */
const leastNumbers = 2;

const exact = { relative: 1e-6, floor: 0 };

/**
 * The same numbers come back in all failing cases, though other ones are expected: as from a generator of the submission's own, or
 * something kept from another call. What is compared is the beginning of the first wrong member: shapes may differ.
 */
export function observeSameNumbers(failing: readonly ObservedCase[]): Observed | undefined {
  const found = failing.flatMap((one) => {
    const {
      run,
      expected: { value: expected },
      report,
    } = one;
    if (run.outcome !== "returned" || report.mismatch?.path === undefined) return [];
    const [wanted] = leavesOf(expected);
    if (wanted === undefined) return [];
    const actual = leafAt(run.value, wanted.path);
    return actual === undefined ? [] : [{ wanted: wanted.block.data, actual: actual.data }];
  });
  const [first, ...others] = found;
  if (first === undefined || others.length === 0 || found.length < failing.length) return undefined;
  const length = Math.min(...found.map(({ actual, wanted }) => Math.min(actual.length, wanted.length)));
  if (length < leastNumbers) return undefined;
  const begin = (values: NumericBlock["data"]): number[] => Array.from(values.subarray(0, length));
  const isSame = others.every(({ actual }) => explains(begin(first.actual), begin(actual), exact));
  const isAsked = others.some(({ wanted }) => explains(begin(first.wanted), begin(wanted), exact));
  const isTelling = new Set(begin(first.actual)).size > 1;
  return isSame && !isAsked && isTelling ? { code: "same-numbers" } : undefined;
}
