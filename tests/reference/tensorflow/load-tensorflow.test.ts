import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { detectBackend } from "../../../reference/tensorflow/detect-backend.ts";
import { defineLegacyUtil, loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";

const detected = detectBackend("auto");

// Not skipped on a CI machine: detectBackend() throws there where native TensorFlow is missing.
test("loadTensorflow() computes natively, in float32", async ({ skip }) => {
  skip(detected.backend === "cpu", detected.note);
  const { tf, ...facts } = await loadTensorflow("auto");
  expect(facts).toEqual(detected);
  expect(tf.getBackend()).toBe("tensorflow");
  const sum = tf.tidy(() => tf.add(tf.scalar(16777216), tf.scalar(1)).dataSync()[0]);
  expect(sum).toBe(16777216);
});

test.each([
  ["cpu", "wasm"],
  ["javascript", "cpu"],
] as const)("loadTensorflow(%s) loads the %s backend of TensorFlow.js", async (choice, name) => {
  const { tf, ...facts } = await loadTensorflow(choice);
  expect(facts).toEqual(detectBackend(choice));
  expect(tf.getBackend()).toBe(name);
  const product = tf.tidy(() => tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.ones([2, 1])).dataSync());
  expect([...product]).toEqual([3, 7]);
});

test.each(["auto", "cpu", "javascript"])("loadTensorflow(%s) writes nothing to stdout and stderr", (choice) => {
  const url = new URL("../../../reference/tensorflow/load-tensorflow.ts", import.meta.url).href;
  const script = `const { loadTensorflow } = await import("${url}");
    const { tf } = await loadTensorflow("${choice}");
    tf.matMul(tf.ones([2, 2]), tf.ones([2, 2])).dataSync();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("defineLegacyUtil() gives node:util what tfjs-node calls, twice over", () => {
  defineLegacyUtil();
  defineLegacyUtil();
  const util = createRequire(import.meta.url)("util");
  expect([null, undefined, 0, ""].map(util.isNullOrUndefined)).toEqual([true, true, false, false]);
  expect([[], "", { length: 0 }].map((value) => util.isArray(value))).toEqual([true, false, false]);
});
