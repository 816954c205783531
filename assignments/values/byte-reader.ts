import { Buffer } from "node:buffer";

/** Letters of a text that is read one by one. */
const nameLetters = 12;

/** Bytes of the largest element. */
const alignment = 8;

/** Bytes of a buffer that several copies share: as long as one of them is held, so is all of it. */
const mostShared = 65_536;

/**
 * A cursor over untrusted, little-endian bytes. It refuses, by a RangeError, to read past their end and to hand out
 * more elements than its budget: nothing is allocated on the word of the bytes alone.
 */
export class ByteReader {
  readonly #bytes: Buffer;
  readonly #view: DataView;
  #at = 0;
  #elements: number;
  /** Where copies lie, one behind the other: for most tensors, a buffer of their own would be larger than they are. */
  #copies = new Uint8Array();
  #copied = 0;

  constructor(bytes: Uint8Array, elements: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
    if (length === 0) return "";
    const start = this.#advance(2 * length);
    // In one piece: put together letter by letter, a long text takes fifty times as long. A name does not.
    if (length > nameLetters) return this.#bytes.toString("utf16le", start, start + 2 * length);
    let text = "";
    for (let at = start; at < start + 2 * length; at += 2) text += String.fromCharCode(this.#view.getUint16(at, true));
    return text;
  }

  shape(): number[] {
    const rank = this.uint8();
    if (rank > 8) throw new RangeError(`rank ${rank}, more than 8`);
    const shape: number[] = [];
    for (let axis = 0; axis < rank; axis++) shape.push(this.uint32());
    return shape;
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

  /** A copy of the next bytes, which begins where any element type may. */
  copy(length: number): { readonly buffer: ArrayBuffer; readonly offset: number } {
    const start = this.#advance(length);
    let offset = Math.ceil(this.#copied / alignment) * alignment;
    if (this.#copies.length < offset + length) {
      this.#copies = new Uint8Array(Math.max(length, Math.min(length + this.left, mostShared)));
      offset = 0;
    }
    this.#bytes.copy(this.#copies, offset, start, start + length);
    this.#copied = offset + length;
    return { buffer: this.#copies.buffer, offset };
  }

  #advance(length: number): number {
    if (length > this.left) throw new RangeError("the bytes end too early");
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
