import {
  fromCharCode,
  getFloat64,
  getUint8,
  getUint16,
  getUint32,
  NativeArrayBuffer,
  NativeDataView,
  NativeUint8Array,
  typedArraySet,
} from "./intrinsics/intrinsics.ts";

/**
 * Reads what `encodeValue` wrote, from the front. The bytes are the host's and need no distrust; what may not be trusted are the
 * built-ins: a submission has run already.
 */
export class Cursor {
  readonly #buffer: ArrayBuffer;
  readonly view: DataView;
  at = 0;

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
    this.view = new NativeDataView(buffer);
  }

  uint8(): number {
    const value = getUint8(this.view, this.at);
    this.at += 1;
    return value;
  }

  uint32(): number {
    const value = getUint32(this.view, this.at, true);
    this.at += 4;
    return value;
  }

  float64(): number {
    const value = getFloat64(this.view, this.at, true);
    this.at += 8;
    return value;
  }

  string(): string {
    const length = this.uint32();
    let text = "";
    for (let i = 0; i < length; i++) text += fromCharCode(getUint16(this.view, this.at + 2 * i, true));
    this.at += 2 * length;
    return text;
  }

  /** The next bytes, in a buffer of their own. */
  bytes(length: number): ArrayBuffer {
    const bytes = new NativeArrayBuffer(length);
    // Neither length nor buffer of a typed array is asked: their getters may be the submission's.
    typedArraySet(new NativeUint8Array(bytes), new NativeUint8Array(this.#buffer, this.at, length), 0);
    this.at += length;
    return bytes;
  }
}
