import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fromTensors } from "../../../reference/oracle/from-tensors.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});
beforeEach(() => tf.engine().startScope());
afterEach(() => tf.engine().endScope());

test("fromTensors() leaves out keys whose value is undefined", () => {
  expect(fromTensors({ v: 1, s: undefined }, "result")).toEqual({
    kind: "record",
    entries: [["v", { kind: "number", value: 1 }]],
  });
});

test("fromTensors() reads ragged and mixed arrays as lists", () => {
  const ragged = fromTensors([[1, 2], [3]], "result");
  expect(ragged).toMatchObject({ kind: "list", items: [{ shape: [2] }, { shape: [1] }] });
  expect(fromTensors([1, true], "result")).toMatchObject({ kind: "list", items: [{ value: 1 }, { value: true }] });
});

test("fromTensors() takes typed arrays of floats and of int32 for arrays of numbers, as rows too", () => {
  const array = { kind: "array", shape: [2], data: Float64Array.of(0.5, 2) };
  expect(fromTensors(Float32Array.of(0.5, 2), "result")).toEqual(array);
  expect(fromTensors(Float64Array.of(0.5, 2), "result")).toEqual(array);
  const classes = { kind: "array", shape: [2], data: Float64Array.of(3, 0) };
  expect(fromTensors(Int32Array.of(3, 0), "result")).toEqual(classes);
  const matrix = { kind: "array", shape: [1, 2], data: Float64Array.of(0.5, 2) };
  expect(fromTensors([Float64Array.of(0.5, 2)], "result")).toEqual(matrix);
  expect(fromTensors(new Float32Array(0), "result")).toEqual(fromTensors([], "result"));
});

test.each(["tensorflow", "cpu", "javascript"] as const)(
  "fromTensors() gives a tensor of %s the array of its dtype, where a cast shares the data of another",
  async (backend) => {
    await loadTensorflow(backend === "tensorflow" ? "auto" : backend);
    try {
      const cast = fromTensors(tf.cast(tf.tensor1d([1, 0, 2], "int32"), "float32"), "result");
      expect(cast).toMatchObject({ dtype: "float32", data: Float32Array.of(1, 0, 2) });
      const counted = fromTensors(tf.cast(tf.tensor1d([true, false], "bool"), "int32"), "result");
      expect(counted).toMatchObject({ dtype: "int32", data: Int32Array.of(1, 0) });
    } finally {
      await loadTensorflow("auto");
    }
  },
);

class Momentum {}

test.each([
  [null, "null"],
  [() => 1, "a function"],
  [1n, "a bigint"],
  [new Momentum(), "an instance of Momentum"],
  [new Uint8Array(2), "an instance of Uint8Array"],
])("fromTensors() refuses %s and names the place", (value, words) => {
  expect(() => fromTensors({ v: [value] }, "result")).toThrow(
    new TypeError(`Cannot read result.v[0]: it is ${words}, must be made of tensors, numbers and dictionaries`),
  );
});

test("fromTensors() refuses tensors that are disposed or of a strange dtype", () => {
  const tensor = tf.scalar(1);
  tensor.dispose();
  expect(() => fromTensors({ W1: tensor }, "result")).toThrow("Cannot read result.W1: the tensor is disposed");
  expect(() => fromTensors(tf.tensor(["a"]), "result")).toThrow(
    "Cannot read result: its dtype is string, must be float32, int32 or bool",
  );
});
