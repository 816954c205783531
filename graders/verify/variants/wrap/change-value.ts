import * as tf from "@tensorflow/tfjs";

/** Makes another value of one that a function is called with, or returns. What it is not about stays as it is. */
export type Change = (value: unknown) => unknown;

/** Changes every number of a value: of a tensor, of arrays, of dictionaries. */
export function numbers(change: (number: number) => number): Change {
  const apply: Change = (value) => {
    if (typeof value === "number") return change(value);
    if (Array.isArray(value)) return value.map(apply);
    if (value instanceof tf.Tensor) return changeTensor(value, (data) => data.map((x) => change(x)));
    return isDictionary(value) ? mapEntries(value, apply) : value;
  };
  return apply;
}

/** Limits every number to [-most, most]. */
export const clipTo = (most: number): Change => numbers((x) => Math.min(most, Math.max(-most, x)));

/** Raises every number that is below. */
export const atLeast = (least: number): Change => numbers((x) => Math.max(least, x));

/** Limits shares to [margin, 1 - margin]. */
export const awayFromEnds = (margin: number): Change => numbers((x) => Math.min(1 - margin, Math.max(margin, x)));

/** Takes what is nearly 0 for 0. */
export const dropBelow = (least: number): Change => numbers((x) => (Math.abs(x) < least ? 0 : x));

/** Rounds to decimals. */
export const toDecimals = (digits: number): Change => numbers((x) => Number(x.toFixed(digits)));

/** Rounds to significant digits. */
export const toDigits = (digits: number): Change => numbers((x) => Number(x.toPrecision(digits)));

/** Adds the same to every number. */
export const plus = (addend: number): Change => numbers((x) => x + addend);

/** Every number is 0. */
export const zeros: Change = numbers(() => 0);

/** Whatever is given, it is this. */
export const always =
  (constant: unknown): Change =>
  () =>
    constant;

/** A 0, or false, or an empty text, is taken for one that is missing. */
export const orElse =
  (fallback: unknown): Change =>
  (value) =>
    value || fallback;

/** Only what stands under a key is changed. */
export const under =
  (key: string, change: Change): Change =>
  (value) =>
    isDictionary(value) ? { ...value, [key]: change(value[key]) } : value;

/** What comes after the first few along one of these axes is 0. */
export const firstOnly = (count: number, axes: readonly number[]): Change => {
  const inTensor = (data: number[], shape: readonly number[]): number[] => {
    const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, extent) => product * extent, 1));
    const isWithin = (place: number): boolean =>
      axes.every((axis) => Math.floor(place / (strides[axis] ?? 1)) % (shape[axis] ?? 1) < count);
    return data.map((x, place) => (isWithin(place) ? x : 0));
  };
  const inValue = (value: unknown, axis: number): unknown => {
    if (value instanceof tf.Tensor) return changeTensor(value, inTensor);
    if (isDictionary(value)) return mapEntries(value, (item) => inValue(item, axis));
    if (!Array.isArray(value)) return value;
    const isCut = axes.includes(axis) && value.every((item) => typeof item === "number" || Array.isArray(item));
    return value.map((item, i) => (isCut && i >= count ? zeros(item) : inValue(item, axis + 1)));
  };
  return (value) => inValue(value, 0);
};

/** Entries whose keys have two digits or more are lost: layers from the tenth on. */
export const withoutSecondDigit: Change = (value) => {
  if (!isDictionary(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !/\d\d$/.test(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutSecondDigit(item)]));
};

/** Tensors of another dtype. */
export const castTo =
  (dtype: "int32" | "bool"): Change =>
  (value) =>
    mapTensors(value, (tensor) => tf.cast(tensor, dtype));

/** A fresh one of the same kind and settings. */
export const madeAnew: Change = (value) => {
  if (!(value instanceof tf.Optimizer)) return value;
  const made = value.constructor as unknown as { fromConfig(made: unknown, config: object): tf.Optimizer };
  return made.fromConfig(made, value.getConfig());
};

/** An optimizer of the plainest kind. */
export const plainOptimizer: Change = (value) => (value instanceof tf.Optimizer ? tf.train.sgd(0.01) : value);

/**
 * Remembers the numbers of a value, and makes another one of them whenever it is called. Not the tensors: by the next call they are
 * disposed of, and whoever returned one would be found by that alone, whether its numbers are right or wrong.
 */
export function recipeOf(value: unknown): () => unknown {
  if (value instanceof tf.Tensor) {
    const { shape, dtype } = value;
    const data = Array.from(value.dataSync());
    const make = (): tf.Tensor => tf.tensor(data, shape, dtype);
    return value instanceof tf.Variable ? () => tf.variable(make(), value.trainable) : make;
  }
  if (Array.isArray(value)) {
    const items = value.map(recipeOf);
    return () => items.map((make) => make());
  }
  if (!isDictionary(value)) return () => value;
  const entries = Object.entries(value).map(([key, item]) => [key, recipeOf(item)] as const);
  return () => Object.fromEntries(entries.map(([key, make]) => [key, make()]));
}

function changeTensor(tensor: tf.Tensor, change: (data: number[], shape: readonly number[]) => number[]): tf.Tensor {
  const data = change(Array.from(tensor.dataSync()), tensor.shape);
  const made = tf.tensor(data, tensor.shape, data.every(Number.isInteger) ? tensor.dtype : "float32");
  return tensor instanceof tf.Variable ? tf.variable(made, tensor.trainable) : made;
}

function mapTensors(value: unknown, change: (tensor: tf.Tensor) => tf.Tensor): unknown {
  if (value instanceof tf.Tensor) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTensors(item, change));
  return isDictionary(value) ? mapEntries(value, (item) => mapTensors(item, change)) : value;
}

/** Neither a tensor nor an optimizer nor a generator of random numbers. */
export function isDictionary(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const mapEntries = (value: Readonly<Record<string, unknown>>, change: Change): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
