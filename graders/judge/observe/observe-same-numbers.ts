import { explains } from "../recognise/explains.ts";
import { leavesOf, type NumericLeaf, numericLeaves } from "../recognise/relation-facts.ts";
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
    const path = leavesOf(expected)[0]?.path;
    const at = (leaves: readonly NumericLeaf[]) => leaves.find((leaf) => leaf.path === path)?.block.data;
    const [wanted, actual] = [at(leavesOf(expected)), at(numericLeaves(run.value, ""))];
    return wanted === undefined || actual === undefined ? [] : [{ wanted, actual }];
  });
  const [first, ...others] = found;
  if (first === undefined || others.length === 0 || found.length < failing.length) return undefined;
  const length = Math.min(...found.map(({ actual, wanted }) => Math.min(actual.length, wanted.length)));
  if (length < leastNumbers) return undefined;
  const begin = (values: ArrayLike<number>): number[] => Array.from(values).slice(0, length);
  const isSame = others.every(({ actual }) => explains(begin(first.actual), begin(actual), exact));
  const isAsked = others.some(({ wanted }) => explains(begin(first.wanted), begin(wanted), exact));
  const isTelling = new Set(begin(first.actual)).size > 1;
  return isSame && !isAsked && isTelling ? { code: "same-numbers" } : undefined;
}
