import { Buffer } from "node:buffer";

/**
 * A cursor over untrusted, little-endian bytes. It refuses, by a RangeError, to read past their end and to hand out
 * more elements than its budget: nothing is allocated on the word of the bytes alone.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #elements: number;

  constructor(bytes: Uint8Array, elements: number) {
    // A plain view: slice() of a Node Buffer would share its memory instead of copying.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
    const { buffer, byteOffset } = this.#bytes;
    // In one piece: put together letter by letter, a long text takes fifty times as long.
    return Buffer.from(buffer, byteOffset + start, 2 * length).toString("utf16le");
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
