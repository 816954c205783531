import { isDeepStrictEqual } from "node:util";
import * as tf from "@tensorflow/tfjs";
import type { Case } from "../../assignments/catalog/case.ts";
import { nextDrawOf, Rng } from "../../assignments/values/rng.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CalledExercise } from "../oracle/compute-expected.ts";
import { fromTensors } from "../oracle/from-tensors.ts";
import { type Argument, toTensors } from "../oracle/to-tensors.ts";
import type { VariantOutcome } from "./misconception.ts";

/**
 * Calls a wrong variant with one case's inputs, on the current backend. Unlike a reference it may throw, change its
 * inputs, leave tensors behind and return what is not finite: none of this fails, and nothing of it stays. One call at a
 * time per process.
 * @param implementation A function of the exercise's signature.
 */
export async function runVariant(
  implementation: (...args: never[]) => unknown,
  { args }: Case,
  exercise: CalledExercise,
): Promise<VariantOutcome> {
  const engine = tf.engine();
  const variablesBefore = new Set(Object.keys(engine.registeredVariables));
  engine.startScope();
  try {
    return await call(implementation as (...args: unknown[]) => unknown, args.map(toTensors), exercise);
  } finally {
    // What was kept beyond its scope by tf.keep() goes as well.
    for (const tensor of engine.state.activeScope.track) if (tensor instanceof tf.Tensor) tensor.kept = false;
    engine.endScope();
    for (const [name, variable] of Object.entries(engine.registeredVariables)) {
      if (!variablesBefore.has(name)) variable.dispose();
    }
  }
}

async function call(
  implementation: (...args: unknown[]) => unknown,
  args: readonly Argument[],
  { parameters, mutates = [] }: CalledExercise,
): Promise<VariantOutcome> {
  const changedInput = watchArguments(args, parameters, mutates);
  const mutated = mutates.map((name) => [name, shallowCopy(args[parameters.indexOf(name)])] as const);
  let returned: unknown;
  try {
    returned = await implementation(...args);
  } catch {
    return { kind: "threw" };
  }
  const changed = changedInput();
  const value = read(mutates.length === 0 ? returned : { ...Object.fromEntries(mutated), returned });
  if (value === undefined) return { kind: "bad-value" };
  const rng = args.find((arg) => arg instanceof Rng);
  return {
    kind: "returned",
    value,
    ...(changed !== undefined && { changedInput: changed }),
    ...(rng && { nextDraw: nextDrawOf(rng) }),
  };
}

/** A dictionary with the same tensors: to be changed in place are these, not the dictionary. */
const shallowCopy = (argument: Argument): unknown =>
  typeof argument === "object" && Object.getPrototypeOf(argument) === Object.prototype ? { ...argument } : argument;

/** Kinds that the sandbox refuses as a result. */
const refused: readonly Value["kind"][] = ["undefined", "string"];

/** The value as it would come out of the sandbox; undefined for what the sandbox refuses. */
function read(result: unknown): Value | undefined {
  try {
    const value = fromTensors(result, "result");
    return refused.includes(value.kind) ? undefined : value;
  } catch {
    return undefined;
  }
}

type Watch = { readonly path: string; readonly changed: () => boolean };

/**
 * Watches the arguments of one call: the tensors, their elements, the dictionaries, their keys. Paths and order are those
 * of the sandbox, which does the same for a student's call.
 * @param names Parameter names of the contract.
 * @param mutates Names of the parameters that the call is to change.
 * @returns Asked after the call: the path of the first input that was changed, `"parameters.W1"`; undefined for none.
 */
function watchArguments(
  args: readonly Argument[],
  names: readonly string[],
  mutates: readonly string[],
): () => string | undefined {
  const watches = args.flatMap((argument, i) => {
    const name = names[i] ?? `argument ${i + 1}`;
    return mutates.includes(name) ? [] : watch(argument, name);
  });
  return () => watches.find(({ changed }) => changed())?.path;
}

function watch(argument: Argument, path: string): Watch[] {
  if (typeof argument !== "object") return [];
  if (argument instanceof tf.Tensor) return [watchTensor(argument, path)];
  if (isNumbers(argument)) return [watchArray(argument, path)];
  if (isList(argument)) return argument.flatMap((item, i) => watch(item, `${path}[${i}]`));
  if (!isDictionary(argument)) return [];
  const members = Object.entries(argument).flatMap(([key, item]) => watch(item, `${path}.${key}`));
  return [...members, watchDictionary(argument, path)];
}

function watchTensor(tensor: tf.Tensor, path: string): Watch {
  const { dataId } = tensor;
  const original = tensor.dataSync().slice();
  const changed = (): boolean => {
    // Assigning to a variable gives it another dataId.
    if (tensor.isDisposed || tensor.dataId !== dataId) return true;
    const now = tensor.dataSync();
    for (let i = 0; i < original.length; i++) if (!Object.is(original[i], now[i])) return true;
    return false;
  };
  return { path, changed };
}

function watchDictionary(dictionary: { readonly [key: string]: Argument }, path: string): Watch {
  const original = Object.entries(dictionary);
  const changed = (): boolean =>
    Object.keys(dictionary).length !== original.length || original.some(([key, item]) => dictionary[key] !== item);
  return { path, changed };
}

function watchArray(numbers: readonly Argument[], path: string): Watch {
  const original = structuredClone(numbers);
  return { path, changed: () => !isDeepStrictEqual(numbers, original) };
}

/** A nested array of numbers; an empty list watches itself as well. */
const isNumbers = (argument: Argument): argument is readonly Argument[] =>
  isList(argument) && argument.every((item) => typeof item === "number" || isNumbers(item));

const isList = (argument: Argument): argument is readonly Argument[] => Array.isArray(argument);

/** Generators and optimizers change with use, as they should. */
const isDictionary = (argument: object): argument is { readonly [key: string]: Argument } =>
  Object.getPrototypeOf(argument) === Object.prototype;
