import { type Case, type CaseKey, caseKey } from "../../assignments/catalog/case.ts";
import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";

/** Our own bytes, checked by the cache: only the nesting is bounded, which a value's own limit already is. */
const limits = { depth: 32, elements: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/**
 * Expected values as bytes for the cache.
 */
export function encodeExpected(values: ReadonlyMap<CaseKey, Value>): Uint8Array {
  return encodeValue({ kind: "record", entries: [...values] });
}

/**
 * Reads expected values back.
 * @returns One value per case; undefined where the bytes are none or one is missing, so that they are computed anew.
 */
export function decodeExpected(bytes: Uint8Array, cases: readonly Case[]): ReadonlyMap<CaseKey, Value> | undefined {
  const decoded = decodeValue(bytes, limits);
  if (!decoded.ok || decoded.value.kind !== "record") return undefined;
  const kept = new Map(decoded.value.entries);
  const values = new Map<CaseKey, Value>();
  for (const key of cases.map(caseKey)) {
    const value = kept.get(key);
    if (value === undefined) return undefined;
    values.set(key, value);
  }
  return values;
}
