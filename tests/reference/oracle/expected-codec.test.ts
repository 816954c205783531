import { expect, test } from "vitest";
import type { CaseKey, Expected } from "../../../assignments/catalog/case.ts";
import { decodeExpected, encodeExpected, expectedToValue } from "../../../reference/oracle/expected-codec.ts";

const testCase = { id: "hidden-1", exercise: "updateLr", title: "", visibility: "hidden", args: [] } as const;
const value = { kind: "number", value: 0.1 } as const;
const kinds: readonly Expected[] = [
  { value },
  { value, nextDraw: 0.7 },
  { value, alternatives: [{ kind: "number", value: 0.2 }], nextDraw: 0.7 },
];
const mapOf = (expected: Expected) => new Map<CaseKey, Expected>([["updateLr/hidden-1", expected]]);

test.each(kinds)("decodeExpected() returns what encodeExpected() was given", (expected) => {
  expect(decodeExpected(encodeExpected(mapOf(expected)), [testCase])).toEqual(mapOf(expected));
});

test("decodeExpected() returns nothing for damaged bytes or a missing case", () => {
  const bytes = encodeExpected(mapOf({ value }));
  expect(decodeExpected(bytes.subarray(0, bytes.length - 1), [testCase])).toBeUndefined();
  expect(decodeExpected(bytes, [testCase, { ...testCase, id: "hidden-2" }])).toBeUndefined();
});

test("expectedToValue() differs where anything of it differs", () => {
  expect(new Set(kinds.map((expected) => JSON.stringify(expectedToValue(expected)))).size).toBe(kinds.length);
});
