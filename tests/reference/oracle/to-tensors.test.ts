import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { fromTensors } from "../../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../../reference/oracle/to-tensors.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});
beforeEach(() => tf.engine().startScope());
afterEach(() => {
  tf.engine().endScope();
  tf.disposeVariables();
});

const float: Value = {
  kind: "tensor",
  dtype: "float32",
  shape: [2, 1],
  data: Float32Array.of(0.1, -2),
  variable: false,
};

test.each<[string, Value]>([
  ["undefined", { kind: "undefined" }],
  ["a number", { kind: "number", value: -0 }],
  ["a boolean", { kind: "boolean", value: true }],
  ["a string", { kind: "string", value: "adam" }],
  ["a float32 tensor", float],
  ["a scalar", { kind: "tensor", dtype: "float32", shape: [], data: Float32Array.of(7), variable: false }],
  ["an int32 tensor", { kind: "tensor", dtype: "int32", shape: [2], data: Int32Array.of(-1, 2), variable: false }],
  ["a bool tensor", { kind: "tensor", dtype: "bool", shape: [1, 2], data: Uint8Array.of(0, 1), variable: false }],
  ["an empty tensor", { kind: "tensor", dtype: "float32", shape: [0, 3], data: new Float32Array(0), variable: false }],
  ["a variable", { ...float, variable: true }],
  ["number[]", { kind: "array", shape: [2], data: Float64Array.of(0.1, 1e-300) }],
  ["number[][]", { kind: "array", shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) }],
  ["an empty list", { kind: "list", items: [] }],
  ["a list of dictionaries", { kind: "list", items: [{ kind: "record", entries: [["X", float]] }] }],
  ["a key that is special elsewhere", { kind: "record", entries: [["__proto__", float]] }],
])("toTensors() makes of %s what fromTensors() reads back", (_, value) => {
  expect(fromTensors(toTensors(value), "value")).toEqual(value);
});

test("toTensors() nests arrays row by row", () => {
  expect(toTensors({ kind: "array", shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) })).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("toTensors() seeds a fresh generator for each rng", () => {
  const draws = [1, 2].map(() => {
    const rng = toTensors({ kind: "rng", seed: 3 });
    return rng instanceof Rng ? rng.permutation(9) : undefined;
  });
  expect(draws[0]).toEqual(new Rng(3).permutation(9));
  expect(draws[1]).toEqual(draws[0]);
});

test("toTensors() does not let a write into a tensor's data reach the value", () => {
  const data = Float32Array.of(1, 2);
  const tensor = toTensors({ kind: "tensor", dtype: "float32", shape: [2], data, variable: false });
  if (!(tensor instanceof tf.Tensor)) throw new TypeError("not a tensor");
  tensor.dataSync()[0] = 9;
  expect([...data]).toEqual([1, 2]);
});
