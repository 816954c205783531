import type { RecordValue, Value } from "../../../assignments/values/value.ts";

/** Two records laid side by side. Of names that are missing or too many the first ones by their order, at most 20. */
export type PairedKeys = {
  /** Members that both have, in the order of the expected record. */
  readonly pairs: readonly (readonly [key: string, expected: Value, actual: Value])[];
  readonly missing: readonly string[];
  /** Names that are not expected, and names that occur more than once. */
  readonly surplus: readonly string[];
};

/**
 * Pairs the members of two records by name, whatever their order. A member whose value is undefined counts as absent.
 * Of a name that occurs twice the first member is compared and the name is surplus: nobody may answer twice.
 */
export function pairKeys(expected: RecordValue, actual: RecordValue): PairedKeys {
  const found = new Map<string, Value>();
  const surplus = new Set<string>();
  for (const [key, value] of actual.entries) {
    if (value.kind === "undefined") continue;
    if (found.has(key)) surplus.add(key);
    else found.set(key, value);
  }
  const pairs: [string, Value, Value][] = [];
  const missing: string[] = [];
  const wanted = new Set<string>();
  for (const [key, value] of expected.entries) {
    if (value.kind === "undefined") continue;
    wanted.add(key);
    const answer = found.get(key);
    if (answer === undefined) missing.push(key);
    else pairs.push([key, value, answer]);
  }
  for (const key of found.keys()) if (!wanted.has(key)) surplus.add(key);
  return { pairs, missing: firstNames(missing), surplus: firstNames(surplus) };
}

const mostNames = 20;

/** The first names by their order. A submission chooses how many there are, so that not all of them are sorted. */
function firstNames(names: Iterable<string>): string[] {
  const first: string[] = [];
  for (const name of names) {
    const last = first.at(-1);
    if (first.length === mostNames && last !== undefined && name >= last) continue;
    const at = first.findIndex((other) => name < other);
    first.splice(at === -1 ? first.length : at, 0, name);
    if (first.length > mostNames) first.pop();
  }
  return first;
}

/** How many members a record has; one whose value is undefined counts as absent. */
export function countPresent({ entries }: RecordValue): number {
  let count = 0;
  for (const [, value] of entries) if (value.kind !== "undefined") count += 1;
  return count;
}

/** Whether both records have the same names in the same order, so that they can be compared without being paired. */
export function sameKeysInOrder(expected: RecordValue, actual: RecordValue): boolean {
  if (expected.entries.length !== actual.entries.length) return false;
  for (let i = 0; i < expected.entries.length; i++) {
    if (expected.entries[i]?.[0] !== actual.entries[i]?.[0]) return false;
    if (expected.entries[i]?.[1].kind === "undefined" || actual.entries[i]?.[1].kind === "undefined") return false;
  }
  return true;
}
