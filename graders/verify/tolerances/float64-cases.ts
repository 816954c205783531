// Bundled together with a reference solution and TensorFlow.js into one script in which every Float32Array is a
// Float64Array, and run as a thread of its own: see `run-in-float64.ts`.
import { parentPort, workerData } from "node:worker_threads";
import * as tf from "@tensorflow/tfjs";
import type { Case } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { fromTensors } from "../../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../../reference/oracle/to-tensors.ts";

/** The input of the thread. Elements of tensors are float64 already. */
export type Float64Request = {
  readonly cases: readonly Case[];
  readonly exercises: readonly Pick<Exercise, "id" | "parameters" | "mutates">[];
};

/** Its answer. */
export type Float64Answer = {
  /** In the order of the cases. */
  readonly values: readonly Value[];
  /** The result of subtracting 1 from 1 + 2^-40, through several operations: 2^-40 in float64, 0 in float32. */
  readonly remainders: readonly number[];
};

/** Calls the reference's functions and sends what they return. */
export async function answerInFloat64(functions: Readonly<Record<string, unknown>>): Promise<void> {
  // The backend advertises tfjs-node with its first tensor.
  console.warn = () => undefined;
  // Node's own test for typed arrays does not depend on their name.
  tf.env().platform.isTypedArray = isElements;
  await tf.setBackend("cpu");
  const { cases, exercises }: Float64Request = workerData;
  const values: Value[] = [];
  for (const testCase of cases) {
    const { parameters = [], mutates = [] } = exercises.find(({ id }) => id === testCase.exercise) ?? {};
    const args = testCase.args.map(toTensors);
    const call = functions[testCase.exercise] as (...args: unknown[]) => unknown;
    const returned = fromTensors(await call(...args), "result");
    const after = mutates.map((name): [string, Value] => [name, fromTensors(args[parameters.indexOf(name)], name)]);
    values.push(mutates.length === 0 ? returned : { kind: "record", entries: [...after, ["returned", returned]] });
  }
  const answer: Float64Answer = { values, remainders: remainders() };
  parentPort?.postMessage(answer);
}

const isElements = (value: unknown): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
  [Float32Array, Int32Array, Uint8Array, Uint8ClampedArray].some((kind) => value instanceof kind);

function remainders(): number[] {
  const row = tf.tensor2d([[1, 2 ** -40]]);
  const ones = tf.onesLike(row);
  return [
    tf.matMul(row, ones, false, true),
    tf.sum(row),
    tf.mul(tf.mean(row), 2),
    tf.add(tf.slice(row, [0, 0], [1, 1]), tf.slice(row, [0, 1], [1, 1])),
    tf.log(tf.exp(tf.sum(row))),
  ].map((tensor) => (tensor.dataSync()[0] ?? Number.NaN) - 1);
}
