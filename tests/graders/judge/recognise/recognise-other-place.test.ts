import { expect, test } from "vitest";
import {
  recogniseEqualsOtherKey,
  recogniseUnchangedInput,
} from "../../../../graders/judge/recognise/recognise-other-place.ts";
import { filled, number, record, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const W1 = tensor([2, 2], [0.1, 0.2, 0.3, 0.4]);
const updated = tensor([2, 2], [0.11, 0.19, 0.28, 0.41]);

test("recogniseUnchangedInput() names the input of the same key", () => {
  const call = { parameters: record({ W1 }), grads: record({ dW1: filled([2, 2], 1) }) };
  const unchanged = { code: "unchanged-input", key: "parameters.W1" };
  expect(recogniseUnchangedInput(factsOf(updated, W1, { call, path: "W1" }))).toEqual(unchanged);
  expect(recogniseUnchangedInput(factsOf(updated, W1, { call, path: "parameters.W1" }))).toEqual(unchanged);
});

test("recogniseUnchangedInput() names an input of the same path even if it is zero, and another only if it is distinctive", () => {
  const zeros = filled([2, 2], 0);
  const call = { v: record({ dW1: zeros }) };
  expect(recogniseUnchangedInput(factsOf(updated, zeros, { call, path: "v.dW1" }))?.key).toBe("v.dW1");
  expect(recogniseUnchangedInput(factsOf(updated, zeros, { call, path: "parameters.W1" }))).toBeUndefined();
});

test("recogniseUnchangedInput() names an argument that was returned as it is", () => {
  expect(recogniseUnchangedInput(factsOf(updated, W1, { call: { z: W1 } }))?.key).toBe("z");
  const rates = { learningRate0: number(0.1), epochNum: number(3) };
  expect(recogniseUnchangedInput(factsOf(number(0.05), tensor([], [0.1]), { call: rates }))?.key).toBe("learningRate0");
  expect(recogniseUnchangedInput(factsOf(number(0.05), number(3), { call: rates }))).toBeUndefined();
});

test("recogniseUnchangedInput() sees none where one bit differs", () => {
  const almost = tensor([2, 2], [0.1, 0.2, 0.3, 0.4 * (1 + 1e-6)]);
  expect(recogniseUnchangedInput(factsOf(updated, almost, { call: { W1 }, path: "W1" }))).toBeUndefined();
});

const v = tensor([2], [0.1, -0.2]);
const s = tensor([2], [0.01, 0.04]);

test("recogniseEqualsOtherKey() names the place whose values were found", () => {
  const result = record({ v: record({ dW1: v }), s: record({ dW1: s }) });
  expect(recogniseEqualsOtherKey(factsOf(v, s, { result, path: "v.dW1" }))).toEqual({
    code: "equals-other-key",
    key: "s.dW1",
  });
});

test("recogniseEqualsOtherKey() sees none in values from nowhere, in constants, or in integers", () => {
  const result = record({ a: v, b: filled([2], 0), c: number(1), d: number(2) });
  expect(recogniseEqualsOtherKey(factsOf(v, s, { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(v, v, { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(v, filled([2], 0), { result, path: "a" }))).toBeUndefined();
  expect(recogniseEqualsOtherKey(factsOf(number(1), number(2), { result, path: "c" }))).toBeUndefined();
});
