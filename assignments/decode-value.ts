import type { Dtype, Value } from "./value.ts";
import { defaultValueLimits, dtypes, elementBytes, tag, type ValueLimits } from "./value-format.ts";

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
    const reader = new Reader(bytes, limits.elements);
    const value = readValue(reader, limits.depth);
    if (reader.left > 0) return { ok: false, reason: `${reader.left} bytes after the value` };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "unreadable" };
  }
}

/** A cursor over the bytes that refuses to read past their end. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #elements: number;

  constructor(bytes: Uint8Array, elements: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#elements = elements;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#advance(8), true);
  }

  string(): string {
    const length = this.count();
    const start = this.#advance(2 * length);
    let text = "";
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.#view.getUint16(start + 2 * i, true));
    return text;
  }

  shape(): number[] {
    const rank = this.uint8();
    if (rank > 8) throw new RangeError(`rank ${rank}, more than 8`);
    return Array.from({ length: rank }, () => this.uint32());
  }

  /** Takes `count` from the budget of elements, before anything is allocated for them. */
  take(count: number): number {
    if (!(count <= this.#elements)) throw new RangeError("more elements than allowed");
    this.#elements -= count;
    return count;
  }

  count(): number {
    return this.take(this.uint32());
  }

  /** A copy of the next bytes, aligned for any element type. */
  copy(length: number): ArrayBuffer {
    const start = this.#advance(length);
    return this.#bytes.slice(start, start + length).buffer as ArrayBuffer;
  }

  #advance(length: number): number {
    if (length > this.left) throw new RangeError("the bytes end too early");
    const at = this.#at;
    this.#at += length;
    return at;
  }
}

function readValue(reader: Reader, depth: number): Value {
  const kind = reader.uint8();
  switch (kind) {
    case tag.undefined:
      return { kind: "undefined" };
    case tag.number:
      return { kind: "number", value: reader.float64() };
    case tag.rng:
      return { kind: "rng", seed: reader.float64() };
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

function readTensor(reader: Reader): Value {
  const dtype = dtypes[reader.uint8()];
  if (dtype === undefined) throw new RangeError("unknown dtype");
  const variable = reader.uint8() !== 0;
  const shape = reader.shape();
  const count = reader.take(elementCount(shape));
  return { kind: "tensor", dtype, shape, data: typedArray(dtype, reader.copy(count * elementBytes[dtype])), variable };
}

function readArray(reader: Reader): Value {
  const shape = reader.shape();
  const count = reader.take(elementCount(shape));
  return { kind: "array", shape, data: new Float64Array(reader.copy(count * 8)) };
}

function readList(reader: Reader, depth: number): Value {
  const length = reader.count();
  const items: Value[] = [];
  for (let i = 0; i < length; i++) items.push(readValue(reader, depth));
  return { kind: "list", items };
}

function readRecord(reader: Reader, depth: number): Value {
  const length = reader.count();
  const entries: (readonly [string, Value])[] = [];
  for (let i = 0; i < length; i++) entries.push([reader.string(), readValue(reader, depth)]);
  return { kind: "record", entries };
}

const elementCount = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);

function typedArray(dtype: Dtype, buffer: ArrayBuffer): Float32Array | Int32Array | Uint8Array {
  switch (dtype) {
    case "float32":
      return new Float32Array(buffer);
    case "int32":
      return new Int32Array(buffer);
    case "bool":
      return new Uint8Array(buffer);
    default:
      return dtype satisfies never;
  }
}
