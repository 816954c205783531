import { expect, test } from "vitest";
import type { Value } from "../../../../assignments/values/value.ts";
import { matchingInput } from "../../../../graders/judge/recognise/relation-facts.ts";
import { number, record } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const one = number(1);
const find = (path: string, call: Record<string, Value>) => matchingInput(factsOf(one, one, { call, path }))?.path;

test("matchingInput() finds the input whose path ends in the result's, before others of the same key", () => {
  const call = { grads: record({ dW1: one }), v: record({ dW1: one }), parameters: record({ W1: one }) };
  expect(find("v.dW1", call)).toBe("v.dW1");
  expect(find("W1", call)).toBe("parameters.W1");
  expect(find("W1", { gW1: one, W1: one })).toBe("W1");
  expect(find("v.W1", { old: record({ v: record({ W1: one }) }), W1: one })).toBe("old.v.W1");
});

test("matchingInput() finds the only input with the same last key, and none of several", () => {
  const call = { grads: record({ dW1: one }), v: record({ dW1: one }), parameters: record({ W1: one }) };
  expect(find("updated.W1", call)).toBe("parameters.W1");
  expect(find("vCorrected.dW1", call)).toBeUndefined();
  expect(find("W2", call)).toBeUndefined();
  expect(find("", { X: one })).toBeUndefined();
});
