import { type Case, type CaseKey, caseKey, type Expected } from "../../assignments/catalog/case.ts";
import { memberOf } from "../../assignments/values/case-value.ts";
import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";

/** Our own bytes, checked by the cache: only the nesting is bounded, which a value's own limit already is. */
const limits = { depth: 34, elements: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** What is expected in some cases, as bytes for the cache. */
export function encodeExpected(values: ReadonlyMap<CaseKey, Expected>): Uint8Array {
  return encodeValue({ kind: "record", entries: [...values].map(([key, one]) => [key, expectedToValue(one)]) });
}

/** All that is right in a case as one value, which differs where any of it does. */
export function expectedToValue({ value, alternatives, nextDraw }: Expected): Value {
  const entries: [string, Value][] = [["value", value]];
  if (alternatives !== undefined) entries.push(["alternatives", { kind: "list", items: alternatives }]);
  if (nextDraw !== undefined) entries.push(["nextDraw", { kind: "number", value: nextDraw }]);
  return { kind: "record", entries };
}

/**
 * Reads it back.
 * @returns What is expected in each of the cases; undefined where the bytes are none or one is missing, so that they are computed anew.
 */
export function decodeExpected(bytes: Uint8Array, cases: readonly Case[]): ReadonlyMap<CaseKey, Expected> | undefined {
  const decoded = decodeValue(bytes, limits);
  if (!decoded.ok || decoded.value.kind !== "record") return undefined;
  const kept = new Map(decoded.value.entries);
  const values = new Map<CaseKey, Expected>();
  for (const key of cases.map(caseKey)) {
    const expected = expectedOf(kept.get(key));
    if (expected === undefined) return undefined;
    values.set(key, expected);
  }
  return values;
}

function expectedOf(kept: Value | undefined): Expected | undefined {
  const [value, alternatives, nextDraw] = ["value", "alternatives", "nextDraw"].map((key) => memberOf(kept, key));
  if (value === undefined) return undefined;
  return {
    value,
    ...(alternatives?.kind === "list" && { alternatives: alternatives.items }),
    ...(nextDraw?.kind === "number" && { nextDraw: nextDraw.value }),
  };
}
