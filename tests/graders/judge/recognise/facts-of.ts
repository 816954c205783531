import type { Value } from "../../../../assignments/values/value.ts";
import { numericBlock } from "../../../../graders/judge/compare/numeric-block.ts";
import { gatherFacts, type RelationFacts } from "../../../../graders/judge/recognise/relation-facts.ts";

/** What a test of a recogniser may state besides the two values. */
export type FactsOptions = {
  /** The call: argument names with the arguments. */
  readonly call?: Readonly<Record<string, Value>>;
  /** The whole expected result; the expected value itself if absent. */
  readonly result?: Value;
  /** Where in the result the value is. */
  readonly path?: string;
  readonly rtol?: number;
};

/** Facts of one wrong value, under rtol 1e-5 and atol 1e-6 unless stated. */
export function factsOf(expected: Value, actual: Value, options: FactsOptions = {}): RelationFacts {
  const { call = {}, result = expected, path = "", rtol = 1e-5 } = options;
  const [wanted, found] = [numericBlock(expected), numericBlock(actual)];
  if (wanted === undefined || found === undefined) throw new TypeError("Cannot gather facts of values without numbers");
  const context = { parameters: Object.keys(call), args: Object.values(call) };
  const comparison = { rtol, atol: 1e-6, dtype: "any" } as const;
  return gatherFacts({ result, path, expected: wanted, actual: found, comparison, context });
}
