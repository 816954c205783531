import type { RecordValue, Value } from "../../assignments/value.ts";

/** Two records laid side by side. Names are sorted. */
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
  return { pairs, missing: missing.sort(), surplus: [...surplus].sort() };
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
