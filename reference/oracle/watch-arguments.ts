import { isDeepStrictEqual } from "node:util";
import * as tf from "@tensorflow/tfjs";
import type { Argument } from "./to-tensors.ts";

type Watch = { readonly path: string; readonly changed: () => boolean };

/**
 * Watches the arguments of one call: the tensors, their elements, the dictionaries, their keys. Paths and order are those
 * of the sandbox, which does the same for a student's call.
 * @param names Parameter names of the contract.
 * @param mutates Names of the parameters that the call is to change.
 * @returns Asked after the call: the path of the first input that was changed, `"parameters.W1"`; undefined for none.
 */
export function watchArguments(
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
    return original.some((element, i) => !Object.is(element, now[i]));
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
