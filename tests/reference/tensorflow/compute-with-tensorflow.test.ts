import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { computeWithTensorflow } from "../../../reference/tensorflow/compute-with-tensorflow.ts";
import { isWasm } from "../../../reference/tensorflow/detect-backend.ts";

const product = async () => [...tf.tidy(() => tf.matMul(tf.ones([1, 2]), tf.tensor2d([3, 4], [2, 1])).dataSync())];

/** Complex numbers: WebAssembly has no kernel for them. */
const spectrum = async () => [...tf.tidy(() => tf.real(tf.fft(tf.complex([1, 2], [0, 0]))).dataSync())];

test("computeWithTensorflow() hands on what the computation throws", async () => {
  const failing = () => computeWithTensorflow("cpu", () => Promise.reject(new Error("division by zero")));
  await expect(failing).rejects.toThrow("division by zero");
});

test("computeWithTensorflow() computes in plain JavaScript where WebAssembly lacks a kernel, and by WebAssembly again afterwards", async () => {
  const before = await computeWithTensorflow("cpu", product);
  expect([isWasm(before.backend), before.result]).toEqual([true, [7]]);

  // A misconception may throw, and nobody asks why: the backend must not be the reason.
  const { backend, result } = await computeWithTensorflow("cpu", () => spectrum().catch(() => "threw"));
  expect(result).toEqual([3, -1]);
  expect(backend).toEqual({
    backend: "cpu",
    version: tf.version_core,
    note: "native TensorFlow is not there, and WebAssembly has no kernel Complex: TensorFlow.js computes in plain JavaScript",
  });
  expect(await computeWithTensorflow("cpu", product)).toEqual(before);
  // Told again, although it was told before.
  expect((await computeWithTensorflow("cpu", spectrum)).backend).toEqual(backend);
});
