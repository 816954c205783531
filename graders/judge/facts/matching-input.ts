import { lastKey } from "../compare/path.ts";
import type { NumericLeaf } from "./numeric-leaves.ts";
import type { RelationFacts } from "./relation-facts.ts";

/**
 * The input that a result is the new version of: its path ends in the result's path (`parameters.W1` for `W1` or
 * `parameters.W1`), or it is the only input with the same last key.
 *
 * @returns The input, or undefined if there is none or the result has no key.
 */
export function matchingInput({ path, inputs }: RelationFacts): NumericLeaf | undefined {
  if (path === "") return undefined;
  const same = inputs.find((input) => input.path === path || input.path.endsWith(`.${path}`));
  if (same !== undefined) return same;
  const namesakes = inputs.filter((input) => lastKey(input.path) === lastKey(path));
  return namesakes.length === 1 ? namesakes[0] : undefined;
}
