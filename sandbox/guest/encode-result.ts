import { Tensor, Variable } from "@tensorflow/tfjs-core";
import { tag } from "../../assignments/values/value-format.ts";
import type { BadValueReason } from "../protocol/reply-format.ts";
import { type ByteWriter, tooLarge } from "./byte-writer.ts";
import { holdsNumbers, seeList, writeArray } from "./encode-array.ts";
import { encodeTensor } from "./encode-tensor.ts";
import {
  getPrototypeOf,
  hasInPrototypes,
  isArray,
  NativeString,
  objectKeys,
  objectPrototype,
  ownsProperty,
  ownValue,
  typedArrayLength,
  typedArrayName,
  weakMapGet,
} from "./intrinsics/intrinsics.ts";
import { guarded, refusal } from "./refusal.ts";
import { isKept } from "./tensors/kept-tensors.ts";
import { tensorStore } from "./tensors/tensorflow.ts";

const deepest = 16;
/** Of one list or record, and of one array; far above any answer of the course, and little for whoever reads it. */
const mostItems = 9000;
const mostNumbers = 4_000_000;
const longestKey = 200;
const longestPath = 400;

/**
 * Writes what a student's function returned, in the format of `value-format.ts`. Each property is read once; getters and
 * traps may run, under the case's time limit.
 * @throws a {@link refusal} when the value, or something inside it, is none that can be graded.
 */
export function encodeResult(value: unknown, writer: ByteWriter): void {
  try {
    encode(value, "", 0, writer);
  } catch (error) {
    throw error === tooLarge ? refusal("too-large", "") : error;
  }
}

function encode(value: unknown, path: string, depth: number, writer: ByteWriter): void {
  switch (typeof value) {
    case "number":
      writer.uint8(tag.number);
      writer.float64(value);
      return;
    case "boolean":
      writer.uint8(tag.boolean);
      writer.uint8(value ? 1 : 0);
      return;
    case "object":
      if (value === null) throw refusal("null", path);
      encodeObject(value, path, depth, writer);
      return;
    default:
      throw refusal(typeof value as BadValueReason, path);
  }
}

function encodeObject(value: object, path: string, depth: number, writer: ByteWriter): void {
  if (depth > deepest || path.length > longestPath) throw refusal("too-deep", path);
  if (isTensorLike(value, path)) encodeTensor(value, path, writer, isVariable(value, path));
  else if (isArray(value)) encodeList(value, path, depth, writer);
  else if (typedArrayName(value) !== undefined) encodeTypedArray(value as Float64Array, path, writer);
  else encodeRecord(value, path, depth, writer);
}

/** A tensor is what the engine knows the data of; an object of the class without such data is a fake or disposed. */
function isTensorLike(value: object, path: string): boolean {
  const dataId = guarded(() => (value as { dataId?: unknown }).dataId, path);
  if (typeof dataId === "object" && dataId !== null && weakMapGet(tensorStore, dataId) !== undefined) return true;
  if (!guarded(() => hasInPrototypes(Tensor.prototype, value), path)) return false;
  const disposed = guarded(() => (value as { isDisposedInternal?: unknown }).isDisposedInternal, path);
  if (disposed !== true) throw refusal("fake-tensor", path);
  const id = guarded(() => (value as { id?: unknown }).id, path);
  throw refusal(isKept(id) ? "kept-tensor" : "disposed-tensor", path);
}

/** Whether it is a variable that can be trained: no gradient is found for any other, and no optimizer changes it. */
const isVariable = (value: object, path: string): boolean =>
  guarded(() => hasInPrototypes(Variable.prototype, value) && (value as Variable).trainable === true, path);

function encodeList(value: readonly unknown[], path: string, depth: number, writer: ByteWriter): void {
  const seen = seeList(value, path);
  const { extent: length, first } = seen;
  if (length > mostNumbers) throw refusal("too-large", path);
  if (holdsNumbers(seen)) {
    writeArray(seen, value, path, writer);
    return;
  }
  if (length > mostItems) throw refusal("too-large", path);
  writer.uint8(tag.list);
  writer.uint32(length);
  for (let i = 0; i < length; i++) {
    const item = i === 0 ? first : guarded(() => value[i], path);
    if (item === undefined && !ownsProperty(value, i)) throw refusal("sparse-or-ragged-array", path);
    if (typeof item === "number") throw refusal("mixed-array", path);
    encode(item, `${path}[${NativeString(i)}]`, depth + 1, writer);
  }
}

/** A list of float32, float64 or int32 numbers, as `dataSync` gives them, is a list of numbers. Its elements are no properties that code could have changed. */
function encodeTypedArray(value: Float64Array, path: string, writer: ByteWriter): void {
  const name = typedArrayName(value);
  if (name !== "Float32Array" && name !== "Float64Array" && name !== "Int32Array") throw refusal("typed-array", path);
  const length = typedArrayLength(value);
  if (length > mostNumbers) throw refusal("too-large", path);
  writer.uint8(length === 0 ? tag.list : tag.array);
  if (length > 0) writer.uint8(1);
  writer.uint32(length);
  for (let i = 0; i < length; i++) writer.float64(value[i] as number);
}

function encodeRecord(value: object, path: string, depth: number, writer: ByteWriter): void {
  const keys = guarded(() => objectKeys(value), path);
  refuseStrangers(value, keys.length, path);
  if (keys.length > mostItems) throw refusal("too-large", path);
  writer.uint8(tag.record);
  const countAt = writer.length;
  writer.uint32(0);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    if (key.length > longestKey) throw refusal("too-large", path);
    const item = guarded(() => (value as Record<string, unknown>)[key], path);
    // A key whose value is undefined counts as absent.
    if (item === undefined) continue;
    count += 1;
    writer.string(key);
    encode(item, path === "" ? key : `${path}.${key}`, depth + 1, writer);
  }
  writer.patchUint32(countAt, count);
}

/** Refuses objects that are no dictionaries: promises, dates, maps, generators, things that only look like lists. */
function refuseStrangers(value: object, keyCount: number, path: string): void {
  if (guarded(() => typeof ownValue(value, "length") === "number", path)) throw refusal("array-like", path);
  const proto = guarded(() => getPrototypeOf(value), path);
  if (proto === null || proto === objectPrototype) return;
  if (guarded(() => typeof (value as { next?: unknown }).next === "function", path)) throw refusal("iterator", path);
  if (guarded(() => typeof (value as { then?: unknown }).then === "function", path)) throw refusal("promise", path);
  if (guarded(() => typeof (value as { getTime?: unknown }).getTime === "function", path)) throw refusal("date", path);
  // An instance of a class of the student's own with public fields serves as a dictionary; a Map has none.
  if (keyCount === 0) throw refusal("proxy-or-class", path);
}
