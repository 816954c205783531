import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeKernelsLean } from "../../../sandbox/guest/tensors/lean-kernels.ts";

const replaced = ["Add", "Sub", "Multiply", "RealDiv", "Sqrt"];

const operations: Readonly<Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor>> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  sqrt: (a) => tf.sqrt(a),
  // Through what the gradients of each are made of.
  gradient: (a, b) => tf.grad((x) => tf.sqrt(tf.div(tf.mul(x, b), tf.sub(x, b))).sum())(a),
};

const element = fc.oneof(fc.float(), fc.constantFrom(0, -0, 1, -1, 2, 2 ** -149, 3.4e38));
const shape = fc.constantFrom<number[]>([], [1], [3], [2, 3], [3, 2], [2, 1], [1, 3], [1, 1], [0], [0, 3], [2, 2, 3]);
const dtype = fc.constantFrom("float32", "float32", "float32", "int32", "bool", "complex64");
const operand = fc.tuple(shape, dtype, fc.array(element, { minLength: 12, maxLength: 12 }));
type Operand = typeof operand extends fc.Arbitrary<infer One> ? One : never;

function tensorOf([size, kind, elements]: Operand): tf.Tensor {
  const values = elements.slice(
    0,
    size.reduce((count, extent) => count * extent, 1),
  );
  if (kind === "complex64") return tf.complex(tf.tensor(values, size), tf.tensor(values, size));
  return tf.tensor(kind === "float32" ? values : values.map((one) => (one > 0 ? 1 : 0)), size, kind as "int32");
}

/** Every bit of a result, or what was thrown. */
function resultOf([name, a, b]: readonly [string, Operand, Operand]): object {
  return tf.tidy(() => {
    try {
      const made = operations[name]?.(tensorOf(a), tensorOf(b)) as tf.Tensor;
      const bits = Buffer.from(made.dataSync().slice().buffer).toString("hex");
      return { dtype: made.dtype, shape: made.shape, bits };
    } catch (error) {
      return { error: String(error) };
    }
  });
}

describe("makeKernelsLean()", () => {
  const originals = replaced.map((name) => tf.getKernel(name, "cpu"));
  const restore = (): void => {
    for (const config of originals) {
      tf.unregisterKernel(config.kernelName, "cpu");
      tf.registerKernel(config);
    }
  };

  beforeAll(async () => {
    tf.env().set("PROD", true);
    await tf.setBackend("cpu");
  });
  beforeEach(restore);
  afterEach(restore);

  it("leaves every bit of what is computed, dtypes, shapes and errors as they are", () => {
    const call = fc.tuple(fc.constantFrom(...Object.keys(operations)), operand, operand);
    const calls = fc.sample(call, { seed: 1, numRuns: 3_000 });
    const before = calls.map(resultOf);
    makeKernelsLean();
    expect(calls.map(resultOf)).toEqual(before);
  });

  it("computes what an optimizer does with each weight, and leaves all else to the kernels of before", () => {
    for (const config of originals) {
      tf.unregisterKernel(config.kernelName, "cpu");
      const kernelFunc = (): never => {
        throw new Error("left to the kernel of before");
      };
      tf.registerKernel({ ...config, kernelFunc });
    }
    makeKernelsLean();
    const [a, b] = [tf.tensor2d([[1, 4]]), tf.tensor2d([[2, 8]])];
    expect([...tf.sqrt(tf.div(tf.mul(tf.add(a, b), 2), tf.sub(b, 1))).dataSync()]).toEqual(
      [...[6, 24 / 7].map(Math.fround)].map(Math.sqrt).map(Math.fround),
    );
    for (const other of [tf.tensor1d([1, 2]), tf.tensor2d([[1], [2]]), tf.tensor2d([[1]])]) {
      expect(() => tf.add(a, other)).toThrow("left to the kernel of before");
    }
    expect(() => tf.add(a.cast("int32"), b.cast("int32"))).toThrow("left to the kernel of before");
  });
});
