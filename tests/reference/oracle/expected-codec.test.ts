import { expect, test } from "vitest";
import type { CaseKey } from "../../../assignments/catalog/case.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { decodeExpected, encodeExpected } from "../../../reference/oracle/expected-codec.ts";

const testCase = { id: "hidden-1", exercise: "updateLr", title: "", visibility: "hidden", args: [] } as const;
const values = new Map<CaseKey, Value>([["updateLr/hidden-1", { kind: "number", value: 0.1 }]]);

test("decodeExpected() returns what encodeExpected() was given", () => {
  expect(decodeExpected(encodeExpected(values), [testCase])).toEqual(values);
});

test("decodeExpected() returns nothing for damaged bytes or a missing case", () => {
  const bytes = encodeExpected(values);
  expect(decodeExpected(bytes.subarray(0, bytes.length - 1), [testCase])).toBeUndefined();
  expect(decodeExpected(bytes, [testCase, { ...testCase, id: "hidden-2" }])).toBeUndefined();
});
