import type { Value } from "../../../assignments/values/value.ts";
import { type NumericBlock, numericBlock } from "../compare/numeric-block.ts";
import { itemPath, memberPath } from "../compare/path.ts";

/** A tensor, array or number inside a value, and where it is. */
export type NumericLeaf = {
  /** `parameters.W1`, `[2].X`; empty if the value is itself the leaf. */
  readonly path: string;
  readonly block: NumericBlock;
};

/** All tensors, arrays and numbers in a value, in its order. */
export function numericLeaves(value: Value, path: string): NumericLeaf[] {
  if (value.kind === "record") {
    return value.entries.flatMap(([key, member]) => numericLeaves(member, memberPath(path, key)));
  }
  if (value.kind === "list") return value.items.flatMap((item, i) => numericLeaves(item, itemPath(path, i)));
  const block = numericBlock(value);
  return block === undefined ? [] : [{ path, block }];
}
