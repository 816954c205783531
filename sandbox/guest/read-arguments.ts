import { engine, type Optimizer, type Tensor, train, variable } from "@tensorflow/tfjs-core";
import { Rng } from "../../assignments/values/rng.ts";
import type { Dtype } from "../../assignments/values/value.ts";
import { dtypes, elementBytes, tag } from "../../assignments/values/value-format.ts";
import { Cursor } from "./cursor.ts";
import {
  define,
  getFloat64,
  getPrototypeOf,
  NativeFloat32Array,
  NativeInt32Array,
  NativeUint8Array,
  objectKeys,
  objectPrototype,
} from "./intrinsics/intrinsics.ts";
import { type Watch, watchArray, watchDictionary, watchTensor } from "./watch-inputs.ts";

/** Arguments for one call, and what to look at afterwards. */
export type Arguments = {
  readonly args: unknown[];
  /** To see whether the call changed what it must not change. */
  readonly watch: Watch | undefined;
  /** What the call is to change in place, by parameter name; undefined where there is nothing. */
  readonly mutated: object | undefined;
  /** The generator among the arguments, the first if there are several. */
  readonly rng: Rng | undefined;
};

/** What is known of the arguments while they are read. */
type Reading = {
  readonly cursor: Cursor;
  /** Whether a call may not change what is being read. */
  isWatched: boolean;
  watch: Watch | undefined;
  rng: Rng | undefined;
};

/**
 * Makes fresh arguments for one call of a student's function; nothing of an earlier call is in them.
 * @param encoded The list of the arguments, as `encodeValue` writes it: stays as it is until the call has been looked at.
 * @param names Parameter names of the contract, for the paths of changed inputs.
 * @param mutates Names of the parameters that the call is to change.
 */
export function readArguments(encoded: ArrayBuffer, names: readonly string[], mutates: readonly string[]): Arguments {
  const reading: Reading = { cursor: new Cursor(encoded), isWatched: true, watch: undefined, rng: undefined };
  const args: unknown[] = [];
  let mutated: object | undefined;
  if (reading.cursor.uint8() !== tag.list) throw new TypeError("Cannot read the arguments of a case");
  const count = reading.cursor.uint32();
  for (let i = 0; i < count; i++) {
    const name = names[i] ?? `argument ${i + 1}`;
    reading.isWatched = !includes(mutates, name);
    const argument = read(reading, name);
    define(args, i, argument);
    if (!reading.isWatched) {
      mutated ??= { __proto__: null };
      define(mutated, name, shallowCopy(argument));
    }
  }
  return { args, watch: reading.watch, mutated, rng: reading.rng };
}

function includes(list: readonly string[], name: string): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === name) return true;
  return false;
}

/** A dictionary with the same tensors: to be changed in place are these, not the dictionary. */
function shallowCopy(argument: unknown): unknown {
  if (typeof argument !== "object" || argument === null || getPrototypeOf(argument) !== objectPrototype)
    return argument;
  const copy = {};
  const keys = objectKeys(argument);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    define(copy, key, (argument as Record<string, unknown>)[key]);
  }
  return copy;
}

function read(reading: Reading, path: string): unknown {
  const { cursor } = reading;
  switch (cursor.uint8()) {
    case tag.number:
      return cursor.float64();
    case tag.rng: {
      const generator = new Rng(cursor.float64());
      reading.rng ??= generator;
      return generator;
    }
    case tag.boolean:
      return cursor.uint8() !== 0;
    case tag.string:
      return cursor.string();
    case tag.optimizer:
      return readOptimizer(cursor);
    case tag.tensor:
      return readTensor(reading, path);
    case tag.array:
      return readArray(reading, path);
    case tag.list: {
      const list: unknown[] = [];
      const length = cursor.uint32();
      for (let i = 0; i < length; i++) define(list, i, read(reading, `${path}[${i}]`));
      return list;
    }
    case tag.record:
      return readRecord(reading, path);
    default:
      return undefined;
  }
}

function readRecord(reading: Reading, path: string): object {
  const { cursor } = reading;
  const record: Record<string, unknown> = {};
  const length = cursor.uint32();
  for (let i = 0; i < length; i++) {
    const key = cursor.string();
    const value = read(reading, `${path}.${key}`);
    // Nothing stands behind Object.prototype: a key that is nowhere meets no setter. To define takes ten times as long.
    if (key in record) define(record, key, value);
    else record[key] = value;
  }
  if (reading.isWatched) reading.watch = watchDictionary(record, path, reading.watch);
  return record;
}

function readOptimizer(cursor: Cursor): Optimizer {
  const isSgd = cursor.uint8() === 0;
  const learningRate = cursor.float64();
  const stepsBefore = cursor.uint8();
  const optimizer = isSgd ? train.sgd(learningRate) : train.adam(learningRate);
  for (let step = 0; step < stepsBefore; step++) optimizer.applyGradients({});
  return optimizer;
}

function readTensor(reading: Reading, path: string): Tensor {
  const { cursor } = reading;
  const code = cursor.uint8();
  const dtype: Dtype = code === 0 ? dtypes[0] : code === 1 ? dtypes[1] : dtypes[2];
  const isVariable = cursor.uint8() !== 0;
  const shape = readShape(cursor);
  const ArrayOf = dtype === "float32" ? NativeFloat32Array : dtype === "int32" ? NativeInt32Array : NativeUint8Array;
  const original = new ArrayOf(cursor.bytes(elements(shape) * elementBytes[dtype]));
  // Not by tensor(), whose checks of what it is given would take longer than all the rest.
  const made = engine().makeTensor(new ArrayOf(original), shape, dtype);
  const result = isVariable ? variable(made) : made;
  if (reading.isWatched) reading.watch = watchTensor(result, result.dataId, original, path, reading.watch);
  return result;
}

/** Extents. Most are of rank 2, and what stands in brackets meets no setter. */
function readShape(cursor: Cursor): number[] {
  const rank = cursor.uint8();
  if (rank === 2) return [cursor.uint32(), cursor.uint32()];
  const shape: number[] = [];
  for (let i = 0; i < rank; i++) define(shape, i, cursor.uint32());
  return shape;
}

function elements(shape: readonly number[]): number {
  let count = 1;
  for (let i = 0; i < shape.length; i++) count *= shape[i] as number;
  return count;
}

function readArray(reading: Reading, path: string): unknown {
  const { cursor } = reading;
  const shape = readShape(cursor);
  const start = cursor.at;
  const nested = readLevel(cursor, shape, 0);
  if (reading.isWatched) {
    const original = (index: number): number => getFloat64(cursor.view, start + 8 * index, true);
    reading.watch = watchArray(nested, shape, original, path, reading.watch);
  }
  return nested;
}

function readLevel(cursor: Cursor, shape: readonly number[], axis: number): unknown {
  if (axis === shape.length) return cursor.float64();
  const level: unknown[] = [];
  const extent = shape[axis] as number;
  for (let i = 0; i < extent; i++) define(level, i, readLevel(cursor, shape, axis + 1));
  return level;
}
