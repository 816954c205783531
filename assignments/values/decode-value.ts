import { ByteReader } from "./byte-reader.ts";
import type { Dtype, Value } from "./value.ts";
import { defaultValueLimits, dtypes, elementBytes, optimizerNames, tag, type ValueLimits } from "./value-format.ts";

/** A value, or in words why the bytes are none. */
export type Decoded = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

/**
 * Reads a value back from its binary form. The bytes are untrusted: whatever they are, this returns, never throws,
 * and allocates no more than the limits allow.
 * @param bytes Exactly one encoded value.
 */
export function decodeValue(bytes: Uint8Array, limits: ValueLimits = defaultValueLimits): Decoded {
  if (bytes.length > limits.bytes) return { ok: false, reason: `${bytes.length} bytes, more than ${limits.bytes}` };
  try {
    const reader = new ByteReader(bytes, limits.elements);
    const value = readValue(reader, limits.depth);
    if (reader.left > 0) return { ok: false, reason: `${reader.left} bytes after the value` };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "unreadable" };
  }
}

/**
 * What a value costs of the budget of elements, whatever is in it: an object of its own, however few bytes it took. So there are at most
 * ten thousand of them in one message; the longest list of the course has a hundred.
 */
const valueCost = 400;

/**
 * Reads one value where the reader stands, for messages that hold a value among other things.
 * @throws {RangeError} when the bytes are none, end too early or pass a limit.
 */
export function readValue(reader: ByteReader, depth: number): Value {
  reader.take(valueCost);
  const kind = reader.uint8();
  switch (kind) {
    case tag.undefined:
      return { kind: "undefined" };
    case tag.number:
      return { kind: "number", value: reader.float64() };
    case tag.rng:
      return { kind: "rng", seed: reader.float64() };
    case tag.optimizer:
      return readOptimizer(reader);
    case tag.boolean:
      return { kind: "boolean", value: reader.uint8() !== 0 };
    case tag.string:
      return { kind: "string", value: reader.string() };
    case tag.tensor:
      return readTensor(reader);
    case tag.array:
      return readArray(reader);
    case tag.list:
    case tag.record:
      if (depth === 0) throw new RangeError("nested too deep");
      return kind === tag.list ? readList(reader, depth - 1) : readRecord(reader, depth - 1);
    default:
      throw new RangeError(`unknown tag ${kind}`);
  }
}

function readOptimizer(reader: ByteReader): Value {
  const name = optimizerNames[reader.uint8()];
  if (name === undefined) throw new RangeError("unknown optimizer");
  const fresh = { kind: "optimizer", name, learningRate: reader.float64() } as const;
  const stepsBefore = reader.uint8();
  return stepsBefore === 0 ? fresh : { ...fresh, stepsBefore };
}

function readTensor(reader: ByteReader): Value {
  const dtype = dtypes[reader.uint8()];
  if (dtype === undefined) throw new RangeError("unknown dtype");
  const variable = reader.uint8() !== 0;
  const shape = reader.shape();
  // Beside an extent of 0 the others cost no bytes: they are charged all the same.
  const isEmpty = shape.includes(0);
  const charged = reader.take(elementCount(isEmpty ? shape.filter((extent) => extent > 0) : shape));
  const count = isEmpty ? 0 : charged;
  return { kind: "tensor", dtype, shape, data: typedArray(dtype, reader, count), variable };
}

function readArray(reader: ByteReader): Value {
  const shape = reader.shape();
  // An empty list is a list: rows of nothing would be as many as the bytes say, and free.
  if (shape.includes(0)) throw new RangeError("an array without elements");
  const count = reader.take(elementCount(shape));
  const { buffer, offset } = reader.copy(count * 8);
  return { kind: "array", shape, data: new Float64Array(buffer, offset, count) };
}

function readList(reader: ByteReader, depth: number): Value {
  const length = reader.count();
  const items: Value[] = [];
  for (let i = 0; i < length; i++) items.push(readValue(reader, depth));
  return { kind: "list", items };
}

function readRecord(reader: ByteReader, depth: number): Value {
  const length = reader.count();
  const entries: (readonly [string, Value])[] = [];
  for (let i = 0; i < length; i++) entries.push([reader.string(), readValue(reader, depth)]);
  return { kind: "record", entries };
}

function elementCount(shape: readonly number[]): number {
  let count = 1;
  for (const extent of shape) count *= extent;
  return count;
}

function typedArray(dtype: Dtype, reader: ByteReader, count: number): Float32Array | Int32Array | Uint8Array {
  const { buffer, offset } = reader.copy(count * elementBytes[dtype]);
  switch (dtype) {
    case "float32":
      return new Float32Array(buffer, offset, count);
    case "int32":
      return new Int32Array(buffer, offset, count);
    case "bool":
      return new Uint8Array(buffer, offset, count);
    default:
      return dtype satisfies never;
  }
}
