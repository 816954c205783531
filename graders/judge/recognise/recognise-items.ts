import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { ListValue, Value } from "../../../assignments/values/value.ts";
import type { Finding } from "../../../reports/report/report.ts";
import { agree } from "../compare/agree.ts";

/** Longer lists are not matched item by item: the work is quadratic, and a submission decides how much there is. */
const matchedItems = 64;
/** Members of an item that is shown. */
const shownMembers = 6;

/**
 * How the items of a list, such as one of dictionaries, are related to those expected: all there in another order, some missing and the rest
 * right, or all there and more besides.
 */
export function recogniseItems(expected: Value, actual: Value, comparison: Comparison): Finding | undefined {
  if (expected.kind !== "list" || actual.kind !== "list") return undefined;
  if (Math.min(expected.items.length, actual.items.length) < 2) return undefined;
  if (Math.max(expected.items.length, actual.items.length) > matchedItems) return undefined;
  const { missing, surplus } = pairItems(expected, actual, comparison);
  const [first] = missing;
  if (surplus > 0) return first === undefined ? { code: "items-surplus", count: surplus } : undefined;
  if (first === undefined) return { code: "items-permuted" };
  const item = shortText(first);
  return { code: "items-missing", count: missing.length, ...(item !== undefined && { item }) };
}

type Unpaired = { readonly missing: readonly Value[]; readonly surplus: number };

function pairItems(expected: ListValue, actual: ListValue, comparison: Comparison): Unpaired {
  const free = new Set(actual.items);
  const missing = expected.items.filter((wanted) => {
    for (const found of free) {
      if (!agree(wanted, found, comparison, undefined, "")) continue;
      free.delete(found);
      return false;
    }
    return true;
  });
  return { missing, surplus: free.size };
}

/** An expected item as students write it: `{ rate: 0.1, units: 20 }`; undefined where it holds tensors or much. */
function shortText(value: Value): string | undefined {
  switch (value.kind) {
    case "number":
    case "boolean":
    case "string":
      return JSON.stringify(value.value);
    case "record": {
      const members = value.entries.map(([key, member]) => [key, shortText(member)]);
      const isShort = members.length <= shownMembers && members.every(([, text]) => text !== undefined);
      return isShort ? `{ ${members.map(([key, text]) => `${key}: ${text}`).join(", ")} }` : undefined;
    }
    default:
      return undefined;
  }
}
