import * as tf from "@tensorflow/tfjs";
import { type Change, isDictionary, recipeOf } from "./change-value.ts";

// What a variant does between the grader and the reference's function. All of this runs in the sandbox.

/** A function of the reference, or a variant of it. */
export type Solution = (...args: unknown[]) => unknown;

/** Another argument at this position. */
export const onArgument =
  (solution: Solution, position: number, change: Change): Solution =>
  (...args) => {
    const changed = [...args];
    changed[position] = change(args[position]);
    return solution(...changed);
  };

/** Another result. */
export const onResult =
  (solution: Solution, change: Change): Solution =>
  (...args) =>
    after(solution(...args), change);

/** What was returned once is returned again whenever the key is the same. */
export function remembered(solution: Solution, keyOf: (args: readonly unknown[]) => string): Solution {
  const kept = new Map<string, () => unknown>();
  return (...args) => {
    const key = keyOf(args);
    const known = kept.get(key);
    if (known !== undefined) return known();
    return after(solution(...args), (result) => {
      kept.set(key, recipeOf(result));
      return result;
    });
  };
}

/** Right once; every later call is wrong, or throws. */
export function rightOnce(solution: Solution, then: Change | "throws"): Solution {
  let isFirst = true;
  return (...args) => {
    const wasFirst = isFirst;
    isFirst = false;
    if (wasFirst) return solution(...args);
    if (then === "throws") throw new Error("Called twice");
    return after(solution(...args), then);
  };
}

/** Numbers are drawn that nobody asked for, when the result is there. */
export const drawsMore =
  (solution: Solution, position: number): Solution =>
  (...args) =>
    after(solution(...args), (result) => {
      (args[position] as { rand(shape: readonly number[]): unknown }).rand([1]);
      return result;
    });

/** Does something to its arguments when it has returned. */
export const afterwards =
  (solution: Solution, when: "microtask" | "timer", act: (value: unknown) => void): Solution =>
  (...args) => {
    const result = solution(...args);
    const actOnAll = (): void => {
      for (const value of args) act(value);
    };
    if (when === "microtask") queueMicrotask(actOnAll);
    else setTimeout(actOnAll, 0);
    return result;
  };

/** Frees the tensors of a value. */
export const dispose = (value: unknown): void => tf.dispose(value as tf.TensorContainer);

/** Writes other numbers into the arrays and tensors of a value. */
export function overwrite(value: unknown): void {
  if (value instanceof tf.Tensor) value.dataSync().fill(1);
  else if (Array.isArray(value) && value.every((item) => typeof item === "number")) value.fill(1);
  else if (Array.isArray(value)) value.forEach(overwrite);
  else if (isDictionary(value)) Object.values(value).forEach(overwrite);
}

/** Key of all arguments but some, and but those that cannot be looked into. */
export const allBut =
  (...positions: readonly number[]) =>
  (args: readonly unknown[]): string =>
    keyOfPassed(
      args.map((value, i) => (positions.includes(i) ? undefined : value)),
      digest,
    );

/** Key of shapes and of numbers that stand alone. */
export const shapesOf = (args: readonly unknown[]): string => keyOfPassed(args, (value) => shapes(value, true));

/** Key of how many numbers there are, and of those that stand alone. */
export const sizesOf = (args: readonly unknown[]): string =>
  keyOfPassed(args, (value) => (typeof value === "object" ? flat(value).length : String(value)));

/** Key of how many numbers there are, and of their sum. */
export const sumsOf = (args: readonly unknown[]): string =>
  keyOfPassed(args, (value) => {
    const all = flat(value);
    return [all.length, all.reduce((sum, x) => sum + x, 0).toPrecision(6)];
  });

/** An argument at the end that is undefined is one that is not passed. */
function keyOfPassed(args: readonly unknown[], about: (value: unknown) => unknown): string {
  const count = args.findLastIndex((value) => value !== undefined) + 1;
  return JSON.stringify(args.slice(0, count).map(about));
}

function shapes(value: unknown, isAlone: boolean): unknown {
  if (value instanceof tf.Tensor) return value.shape;
  if (Array.isArray(value)) return value.map((item) => shapes(item, false));
  if (isDictionary(value)) {
    return Object.entries(value).map(([key, item]) => [key, shapes(item, isAlone)]);
  }
  return isAlone && typeof value !== "object" ? String(value) : "";
}

function flat(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof tf.Tensor) return Array.from(value.dataSync());
  if (Array.isArray(value)) return value.flatMap(flat);
  return isDictionary(value) ? Object.values(value).flatMap(flat) : [];
}

/** Equal for equal values, and hardly ever for others. */
function digest(value: unknown): unknown {
  const all = flat(value);
  if (typeof value !== "object" || all.length === 0) return String(value);
  let hash = 0x811c9dc5;
  for (const half of new Int32Array(Float64Array.from(all).buffer)) hash = Math.imul(hash ^ half, 0x01000193);
  return [shapes(value, false), hash];
}

const after = (result: unknown, change: Change): unknown =>
  result instanceof Promise ? result.then(change) : change(result);
