import {
  isArray,
  objectKeys,
  ownValue,
  sameNumber,
  typedArrayLength,
  typedArrayName,
  weakMapGet,
} from "./intrinsics/intrinsics.ts";
import { tensorStore } from "./tensors/tensorflow.ts";

/** What has become of an input. */
type Fate = "same" | "changed" | "disposed";

/** One thing to look at after a call, chained to the next. */
export type Watch = { readonly look: () => Fate; readonly path: string; readonly next: Watch | undefined };

/** Watches the elements of an input tensor: neither changed in place nor disposed. @param original What was handed in. */
export function watchTensor(
  tensor: object,
  dataId: object,
  original: ArrayLike<number>,
  path: string,
  next: Watch | undefined,
): Watch {
  const { length } = original;
  const look = (): Fate => {
    // What shares its data with a clone is gone for its owner all the same.
    if (ownValue(tensor, "isDisposedInternal") === true) return "disposed";
    // assign() of a variable gives it another dataId.
    if (ownValue(tensor, "dataId") !== dataId) return "changed";
    const stored = weakMapGet(tensorStore, dataId);
    const values = isObject(stored) ? ownValue(stored, "values") : undefined;
    if (typedArrayName(values) === undefined || typedArrayLength(values) !== length) return "changed";
    return sameElements(values as ArrayLike<number>, original, length) ? "same" : "changed";
  };
  return { look, path, next };
}

/** Equal as {@link sameNumber} has it, without a call for each element: this is code that V8 never optimises. */
function sameElements(values: ArrayLike<number>, original: ArrayLike<number>, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const value = values[i] as number;
    if (value === original[i] && value !== 0) continue;
    if (!sameNumber(value, original[i])) return false;
  }
  return true;
}

/** Watches an input dictionary: the same keys with the same values. */
export function watchDictionary(
  record: Readonly<Record<string, unknown>>,
  path: string,
  next: Watch | undefined,
): Watch {
  const keys = objectKeys(record);
  let values: Kept | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    values = { key, value: record[key], next: values };
  }
  const look = (): Fate => {
    if (objectKeys(record).length !== keys.length) return "changed";
    for (let kept = values; kept !== undefined; kept = kept.next) {
      if (ownValue(record, kept.key) !== kept.value) return "changed";
    }
    return "same";
  };
  return { look, path, next };
}

/** Watches a nested array of numbers: the same numbers in arrays of the same lengths. @param original They, by row-major position. */
export function watchArray(
  nested: unknown,
  shape: readonly number[],
  original: (index: number) => number,
  path: string,
  next: Watch | undefined,
): Watch {
  const same = (level: unknown, axis: number, index: number): boolean => {
    if (axis === shape.length) return sameNumber(level, original(index));
    const extent = shape[axis] as number;
    if (!isArray(level) || level.length !== extent) return false;
    for (let i = 0; i < extent; i++) {
      if (!same(ownValue(level, i), axis + 1, index * extent + i)) return false;
    }
    return true;
  };
  return { look: () => (same(nested, 0, 0) ? "same" : "changed"), path, next };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Kept = { readonly key: string; readonly value: unknown; readonly next: Kept | undefined };

/** An input that a call did not leave as it was. */
export type ChangedInput = { readonly path: string; readonly isDisposed: boolean };

/** The input that a call changed: the first in the order of the arguments. */
export function changedInput(watch: Watch | undefined): ChangedInput | undefined {
  let first: ChangedInput | undefined;
  for (let at = watch; at !== undefined; at = at.next) {
    const fate = at.look();
    if (fate !== "same") first = { path: at.path, isDisposed: fate === "disposed" };
  }
  return first;
}
