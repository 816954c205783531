import { expect, test } from "vitest";
import { numberValue, recordValue, tensorValue } from "../../../assignments/values/case-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { properties } from "../../../assignments/w1-vanishing-gradients/properties.ts";

const row = (...values: number[]): Value => tensorValue([1, values.length], values);
const grads = (W: number[], b: number[]): Value =>
  recordValue([
    ["dW1", row(...W)],
    ["db1", row(...b)],
  ]);
const shares = (...data: number[]): Value =>
  recordValue([["dead", { kind: "array", shape: [data.length], data: Float64Array.from(data) }]]);
const text = (value: string): Value => ({ kind: "string", value });
const nothing: Value = { kind: "undefined" };
const list = (...items: Value[]): Value => ({ kind: "list", items });
const biases = (value: number): Value =>
  recordValue([
    ["W1", row(3)],
    ["b1", row(value)],
  ]);
const clipped = (tensors: Value): Value => recordValue([["grads", tensors]]);

/** Ids of the properties that an answer has not. */
function broken(exercise: string, args: readonly Value[], actual: Value): string[] {
  const facts = { args, actual, expected: actual, others: [] };
  return (properties[exercise] ?? []).filter((each) => !each.holds(facts)).map(({ id }) => id);
}

test.each([
  ["initializeDeep", [], biases(0), []],
  ["initializeDeep", [], biases(0.1), ["biases-zero"]],
  ["forwardDeep", [nothing, nothing, text("relu")], list(row(0, 7)), []],
  ["forwardDeep", [nothing, nothing, text("relu")], list(row(0, 7), row(-0.1)), ["range-of-activation"]],
  ["forwardDeep", [nothing, nothing, text("tanh")], list(row(-1, 1)), []],
  ["forwardDeep", [nothing, nothing, text("tanh")], list(row(-1.1)), ["range-of-activation"]],
  ["activationStatistics", [], shares(0, 1), []],
  ["activationStatistics", [], shares(0.5, 2), ["dead-shares"]],
  ["clipByValue", [nothing, numberValue(2)], grads([2, -2], [0]), []],
  ["clipByValue", [nothing, numberValue(2)], grads([2, -3], [0]), ["within-limit"]],
  ["clipByGlobalNorm", [grads([3, 0], [-4]), numberValue(1)], clipped(grads([0.6, 0], [-0.8])), []],
  [
    "clipByGlobalNorm",
    [grads([3, 0], [-4]), numberValue(1)],
    clipped(grads([1, 0], [-1])),
    ["not-longer-than-max-norm", "same-direction"],
  ],
  ["clipByGlobalNorm", [grads([3, 0], [-4]), numberValue(9)], clipped(grads([3, 0], [4])), ["same-direction"]],
  ["clipByGlobalNorm", [grads([0], [0]), numberValue(0)], clipped(grads([0], [0])), []],
] as const)("%s: what breaks which condition (%#)", (exercise, args, actual, expected) => {
  expect(broken(exercise, args, actual)).toEqual(expected);
});
