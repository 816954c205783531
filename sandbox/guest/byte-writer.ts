import {
  charCodeAt,
  NativeArrayBuffer,
  NativeDataView,
  NativeUint8Array,
  setFloat64,
  setUint16,
  setUint32,
  typedArrayLength,
  typedArraySet,
} from "./intrinsics/intrinsics.ts";

/** Thrown, and caught by the harness alone, when a result passes the writer's limit. */
export const tooLarge = { __proto__: null, reason: "too-large" } as const;

/** What a writer holds on to between two uses, bytes. */
const keptBytes = 16_384;

/** A growing little-endian buffer that uses no method a submission could have replaced. It can be used again and again. */
export class ByteWriter {
  #buffer = new NativeArrayBuffer(keptBytes);
  #bytes = new NativeUint8Array(this.#buffer);
  #view = new NativeDataView(this.#buffer);
  #capacity = keptBytes;
  readonly #limit: number;
  length = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** Begins anew. */
  restart(): this {
    this.length = 0;
    if (this.#capacity > keptBytes) this.#provide(keptBytes);
    return this;
  }

  uint8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  uint32(value: number): void {
    this.#reserve(4);
    setUint32(this.#view, this.length, value, true);
    this.length += 4;
  }

  float64(value: number): void {
    this.#reserve(8);
    setFloat64(this.#view, this.length, value, true);
    this.length += 8;
  }

  string(text: string): void {
    const { length } = text;
    this.#reserve(4 + 2 * length);
    setUint32(this.#view, this.length, length, true);
    for (let i = 0; i < length; i++) setUint16(this.#view, this.length + 4 + 2 * i, charCodeAt(text, i), true);
    this.length += 4 + 2 * length;
  }

  /** Writes what another writer holds. */
  writer(other: ByteWriter): void {
    this.bytes(new NativeUint8Array(other.#buffer, 0, other.length));
  }

  /** @param source Bytes of a typed array of the harness's own, never one of the submission's. */
  bytes(source: Uint8Array): void {
    const length = typedArrayLength(source);
    this.#reserve(length);
    typedArraySet(this.#bytes, source, this.length);
    this.length += length;
  }

  /** Overwrites a count that was not known when its place was written. */
  patchUint32(at: number, value: number): void {
    setUint32(this.#view, at, value, true);
  }

  /** Forgets everything after `length`. */
  truncate(length: number): void {
    this.length = length;
  }

  /** The bytes written, in a buffer that nobody else holds: `slice` would ask a constructor of the submission's for one. */
  finish(): ArrayBuffer {
    const finished = new NativeArrayBuffer(this.length);
    typedArraySet(new NativeUint8Array(finished), new NativeUint8Array(this.#buffer, 0, this.length), 0);
    return finished;
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed > this.#limit) throw tooLarge;
    if (needed <= this.#capacity) return;
    let capacity = this.#capacity;
    while (capacity < needed) capacity *= 2;
    const written = this.#bytes;
    this.#provide(capacity);
    typedArraySet(this.#bytes, written, 0);
  }

  #provide(capacity: number): void {
    this.#buffer = new NativeArrayBuffer(capacity);
    this.#bytes = new NativeUint8Array(this.#buffer);
    this.#view = new NativeDataView(this.#buffer);
    this.#capacity = capacity;
  }
}
