import { expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../../reference/misconceptions/misconception.ts";
import { decodeMisconceptions, encodeMisconceptions } from "../../../reference/misconceptions/misconceptions-codec.ts";

const caseOf = (id: string): Case => ({ id, exercise: "f", visibility: "hidden", title: "", args: [] });
const value = { kind: "array", shape: [2], data: Float64Array.of(Number.NaN, -0) } as const;
const outcomes: [string, VariantOutcome][] = [
  ["visible-1", { kind: "returned", value }],
  ["visible-2", { kind: "returned", value, changedInput: "x.W1", nextDraw: 0.25 }],
  ["hidden-1", { kind: "threw" }],
  ["hidden-2", { kind: "bad-value" }],
];
const misconceptions: MisconceptionOutcomes[] = [
  { id: "a", exercise: "f", name: "A.", explanation: "Because ≠.", outcomes: new Map(outcomes) },
  { id: "b", exercise: "f", name: "B.", explanation: "", looksAt: ["1 - beta1", '"db"'], outcomes: new Map(outcomes) },
];

test("decodeMisconceptions() reads back what encodeMisconceptions() wrote", () => {
  const cases = outcomes.map(([id]) => caseOf(id));
  expect(decodeMisconceptions(encodeMisconceptions(misconceptions), cases)).toEqual(misconceptions);
  expect(decodeMisconceptions(encodeMisconceptions([]), cases)).toEqual([]);
});

test("decodeMisconceptions() gives nothing where an outcome is missing or the bytes are something else", () => {
  const bytes = encodeMisconceptions(misconceptions);
  expect(decodeMisconceptions(bytes, [caseOf("hidden-3")])).toBeUndefined();
  expect(decodeMisconceptions(bytes.subarray(1), [])).toBeUndefined();
  expect(decodeMisconceptions(encodeValue({ kind: "number", value: 1 }), [])).toBeUndefined();
  expect(decodeMisconceptions(encodeValue({ kind: "list", items: [value] }), [])).toBeUndefined();
});
