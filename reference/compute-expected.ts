import * as tf from "@tensorflow/tfjs";
import type { Case } from "../assignments/case.ts";
import { encodeValue } from "../assignments/encode-value.ts";
import { Rng } from "../assignments/rng.ts";
import type { Value } from "../assignments/value.ts";
import { findNonFinite } from "./find-non-finite.ts";
import { fromTensors } from "./from-tensors.ts";
import { toTensors } from "./to-tensors.ts";

/** The functions of a reference solution, by name. */
export type ReferenceFunctions = Readonly<Record<string, unknown>>;

/**
 * Calls a reference function with one case's inputs, on the current backend, in float32. One call at a time per
 * process: the engine's scopes and counters, which prove that nothing leaks, are the process's.
 * @param functions The reference's exports.
 * @returns The value it returned, read from the backend.
 * @throws TypeError or Error where there is no such function, where it throws, changes an input, leaks a tensor, or
 * returns something that is not finite.
 */
export async function computeExpected(functions: ReferenceFunctions, testCase: Case): Promise<Value> {
  const call = functions[testCase.exercise];
  if (!isFunction(call)) throw new TypeError("the reference exports no such function");
  const engine = tf.engine();
  const before = tf.memory();
  const variablesBefore = new Set(Object.keys(engine.registeredVariables));
  engine.startScope();
  let value: Value;
  try {
    value = await callOnce(call, testCase.args);
  } finally {
    engine.endScope();
    for (const [name, variable] of Object.entries(engine.registeredVariables)) {
      if (!variablesBefore.has(name)) variable.dispose();
    }
  }
  const after = tf.memory();
  if (after.numTensors !== before.numTensors || after.numDataBuffers !== before.numDataBuffers) {
    throw new Error(`${after.numTensors - before.numTensors} tensors are left behind`);
  }
  const place = findNonFinite(value, "result");
  if (place !== undefined) throw new Error(`${place} is not finite`);
  return value;
}

type AnyFunction = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === "function";

async function callOnce(call: AnyFunction, inputs: readonly Value[]): Promise<Value> {
  const args = inputs.map(toTensors);
  const readInputs = (): Uint8Array[] =>
    args.map((arg, i) =>
      encodeValue(arg instanceof Rng ? { kind: "undefined" } : fromTensors(arg, `argument ${i + 1}`)),
    );
  const before = readInputs();
  const value = fromTensors(await call(...args), "result");
  const changed = readInputs().findIndex((bytes, i) => Buffer.compare(bytes, before[i] ?? bytes) !== 0);
  if (changed >= 0) throw new Error(`the reference changed argument ${changed + 1}`);
  return value;
}
