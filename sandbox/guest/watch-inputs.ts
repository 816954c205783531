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

/** One thing to look at after a call, chained to the next. */
export type Watch = { readonly changed: () => boolean; readonly path: string; readonly next: Watch | undefined };

/** Watches the elements of an input tensor: neither changed in place nor disposed. @param original What was handed in. */
export function watchTensor(
  tensor: object,
  dataId: object,
  original: ArrayLike<number>,
  path: string,
  next: Watch | undefined,
): Watch {
  const { length } = original;
  const changed = (): boolean => {
    // assign() of a variable gives it another dataId.
    if (ownValue(tensor, "dataId") !== dataId) return true;
    const stored = weakMapGet(tensorStore, dataId);
    const values = isObject(stored) ? ownValue(stored, "values") : undefined;
    if (typedArrayName(values) === undefined || typedArrayLength(values) !== length) return true;
    for (let i = 0; i < length; i++) {
      if (!sameNumber((values as ArrayLike<number>)[i], original[i])) return true;
    }
    return false;
  };
  return { changed, path, next };
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
  const changed = (): boolean => {
    if (objectKeys(record).length !== keys.length) return true;
    for (let kept = values; kept !== undefined; kept = kept.next) {
      if (ownValue(record, kept.key) !== kept.value) return true;
    }
    return false;
  };
  return { changed, path, next };
}

/** Watches a nested array of numbers: the same numbers in arrays of the same lengths. */
export function watchArray(
  nested: unknown,
  shape: readonly number[],
  original: Float64Array,
  path: string,
  next: Watch | undefined,
): Watch {
  const same = (level: unknown, axis: number, index: number): boolean => {
    if (axis === shape.length) return sameNumber(level, original[index]);
    const extent = shape[axis] as number;
    if (!isArray(level) || level.length !== extent) return false;
    for (let i = 0; i < extent; i++) {
      if (!same(ownValue(level, i), axis + 1, index * extent + i)) return false;
    }
    return true;
  };
  return { changed: () => !same(nested, 0, 0), path, next };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Kept = { readonly key: string; readonly value: unknown; readonly next: Kept | undefined };

/** The path of the input that a call changed (the first in the order of the arguments), or `""`. */
export function changedInput(watch: Watch | undefined): string {
  let first = "";
  for (let at = watch; at !== undefined; at = at.next) {
    if (at.changed()) first = at.path;
  }
  return first;
}
