import * as tf from "@tensorflow/tfjs";
import type { Case, Expected } from "../../assignments/catalog/case.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { nextDrawOf, Rng } from "../../assignments/values/rng.ts";
import type { Value } from "../../assignments/values/value.ts";
import { fromTensors } from "./from-tensors.ts";
import { toTensors } from "./to-tensors.ts";

/** What has to be known of a case's exercise; see the manifest. */
export type CalledExercise = {
  readonly parameters: readonly string[];
  readonly mutates?: readonly string[] | undefined;
};

/** What one right function does in a case. */
export type Answer = Omit<Expected, "alternatives">;

/** The functions of a reference solution, by name. */
export type ReferenceFunctions = Readonly<Record<string, unknown>>;

/**
 * Calls a reference function with one case's inputs, on the current backend, in float32. One call at a time per
 * process: the engine's scopes and counters, which prove that nothing leaks, are the process's.
 * @param functions The reference's exports.
 * @returns The value it returned, read from the backend; of a function that is to change arguments in place, a record of
 * what it returned, under `returned`, and of these arguments after the call. Beside it, what a generator among the arguments gives next.
 * @throws TypeError or Error where there is no such function, where it throws, changes an input, leaks a tensor, or
 * returns something that is not finite.
 */
export async function computeExpected(
  functions: ReferenceFunctions,
  testCase: Case,
  exercise: CalledExercise = { parameters: [] },
): Promise<Answer> {
  const call = functions[testCase.exercise];
  if (!isFunction(call)) throw new TypeError("the reference exports no such function");
  const engine = tf.engine();
  const before = tf.memory();
  const variablesBefore = new Set(Object.keys(engine.registeredVariables));
  engine.startScope();
  let answer: Answer;
  try {
    answer = await callOnce(call, testCase.args, exercise);
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
  const place = findNonFinite(answer.value, "result");
  if (place !== undefined) throw new Error(`${place} is not finite`);
  return answer;
}

type AnyFunction = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === "function";

async function callOnce(
  call: AnyFunction,
  inputs: readonly Value[],
  { parameters, mutates = [] }: CalledExercise,
): Promise<Answer> {
  const args = inputs.map(toTensors);
  const isMutated = (i: number): boolean => mutates.includes(parameters[i] ?? "");
  // Dictionaries are copied: to be changed in place are their tensors, not they.
  const mutated = args.map((arg, i) => (isMutated(i) && isDictionary(arg) ? { ...arg } : arg));
  const readInputs = (): Uint8Array[] =>
    args.map((arg, i) => encodeValue(isMutated(i) ? nothing : readArgument(arg, `argument ${i + 1}`)));
  const before = readInputs();
  const returned = fromTensors(await call(...args), "result");
  // Optimizers keep tensors of their own outside every scope.
  for (const argument of args) if (isOptimizer(argument)) argument.dispose();
  const changed = readInputs().findIndex((bytes, i) => Buffer.compare(bytes, before[i] ?? bytes) !== 0);
  if (changed >= 0) throw new Error(`the reference changed argument ${changed + 1}`);
  const rng = args.find((arg) => arg instanceof Rng);
  const drawn = rng && { nextDraw: nextDrawOf(rng) };
  if (mutates.length === 0) return { value: returned, ...drawn };
  const after = mutates.map((name): [string, Value] => [name, fromTensors(mutated[parameters.indexOf(name)], name)]);
  return { value: { kind: "record", entries: [...after, ["returned", returned]] }, ...drawn };
}

const nothing: Value = { kind: "undefined" };

/** Whether a value is a plain object, such as the parameters of a network by name. */
export const isDictionary = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Generators and optimizers change with use, as they should. */
const readArgument = (argument: unknown, path: string): Value =>
  argument instanceof Rng || isOptimizer(argument) ? nothing : fromTensors(argument, path);

// The class's own instanceof test reads from what it is given, and fails on undefined.
function isOptimizer(argument: unknown): argument is tf.Optimizer {
  return typeof argument === "object" && argument instanceof tf.Optimizer;
}

/**
 * Looks for NaN and infinities in a value.
 * @param path Where the value stands: `"result"`.
 * @returns Path of the first one, `"result.v.dW1[3]"` with the index in row-major order; undefined where there is none.
 */
export function findNonFinite(value: Value, path: string): string | undefined {
  switch (value.kind) {
    case "undefined":
    case "boolean":
    case "string":
    case "rng":
    case "optimizer":
      return undefined;
    case "number":
      return Number.isFinite(value.value) ? undefined : path;
    case "tensor":
    case "array": {
      const index = value.data.findIndex((element) => !Number.isFinite(element));
      return index < 0 ? undefined : `${path}[${index}]`;
    }
    case "list":
      return first(value.items.map((item, i) => [`${path}[${i}]`, item]));
    case "record":
      return first(value.entries.map(([key, item]) => [`${path}.${key}`, item]));
    default:
      return value satisfies never;
  }
}

function first(children: readonly (readonly [path: string, value: Value])[]): string | undefined {
  for (const [path, value] of children) {
    const found = findNonFinite(value, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
