import type { Comparison } from "../../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../../assignments/values/value.ts";
import { compare } from "../../../../graders/judge/compare.ts";
import { filled, record, tensor } from "../../build-value.ts";

/** Compares under rtol 1e-5, atol 1e-6 and any dtype unless stated, for a call without arguments. */
export function judge(expected: Value, actual: Value, comparison: Partial<Comparison> = {}) {
  const standard: Comparison = { rtol: 1e-5, atol: 1e-6, dtype: "any" };
  return compare(expected, actual, { ...standard, ...comparison }, { parameters: [], args: [] });
}

/** Weights without a pattern, [4,3]. */
export const W1 = tensor([4, 3], [0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 0.7, 0.8, 0.9, -1, 1.1, 1.2]);

/** A record of four tensors, as initializers return. */
export const four = record({ W1, b1: filled([4, 1], 0.5), W2: filled([1, 4], 0.25), b2: filled([1, 1], 2) });
