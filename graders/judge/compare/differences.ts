import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { agree, type Difference } from "./agree.ts";

type Known = {
  readonly expected: Value;
  readonly comparison: Comparison;
  readonly differences: readonly Difference[];
};

/** More are not kept: a submission decides how many there are. */
const mostKept = 100;

const known = new WeakMap<Value, Known>();

/** All places where a value differs from the expected one, in its order. A report asks several times; they are looked for once. */
export function differencesOf(expected: Value, actual: Value, comparison: Comparison): readonly Difference[] {
  const before = known.get(actual);
  if (before?.expected === expected && before.comparison === comparison) return before.differences;
  const differences: Difference[] = [];
  agree(expected, actual, comparison, differences, "");
  if (differences.length <= mostKept) known.set(actual, { expected, comparison, differences });
  return differences;
}
