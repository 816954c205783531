import { expect, test } from "vitest";
import { recogniseEqualsOtherKey } from "../../../../graders/judge/recognise/recognise-equals-other-key.ts";
import { filled, number, record, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const v = tensor([2], [0.1, -0.2]);
const s = tensor([2], [0.01, 0.04]);

test("recogniseEqualsOtherKey() names the place whose values were found", () => {
  const result = record({ v: record({ dW1: v }), s: record({ dW1: s }) });
  expect(recogniseEqualsOtherKey(factsOf(v, s, { result, path: "v.dW1" }))).toEqual({
    code: "equals-other-key",
    key: "s.dW1",
  });
});

test("recogniseEqualsOtherKey() sees none in values of nowhere, in constants, or in whole numbers", () => {
  const result = record({ a: v, b: filled([2], 0), c: number(1), d: number(2) });
  expect(recogniseEqualsOtherKey(factsOf(v, s, { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(v, v, { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(v, filled([2], 0), { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(number(1), number(2), { result, path: "c" }))).toBeUndefined();
});
