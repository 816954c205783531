import type { Dtype, TensorValue, Value } from "../../assignments/values/value.ts";
import { dtypes, elementBytes, optimizerNames, tag } from "../../assignments/values/value-format.ts";
import {
  define,
  fromCharCode,
  getFloat64,
  getUint8,
  getUint16,
  getUint32,
  NativeArrayBuffer,
  NativeDataView,
  NativeFloat32Array,
  NativeFloat64Array,
  NativeInt32Array,
  NativeUint8Array,
  typedArraySet,
} from "./intrinsics/intrinsics.ts";

/** Bytes of our own host, and where the reader stands in them. */
type Cursor = { readonly buffer: ArrayBuffer; readonly view: DataView; at: number };

/**
 * Reads values as `encodeValue` writes them. The bytes are the host's and need no distrust; what may not be trusted are the
 * built-ins: hidden inputs are read when the submission has run already.
 * @param buffer One list; its items are returned.
 */
export function readInputs(buffer: ArrayBuffer): readonly Value[] {
  const value = readValue({ buffer, view: new NativeDataView(buffer), at: 0 });
  if (value.kind !== "list") throw new TypeError("Cannot read the inputs of the exercise");
  return value.items;
}

function readValue(cursor: Cursor): Value {
  const kind = uint8(cursor);
  switch (kind) {
    case tag.number:
      return { kind: "number", value: float64(cursor) };
    case tag.rng:
      return { kind: "rng", seed: float64(cursor) };
    case tag.boolean:
      return { kind: "boolean", value: uint8(cursor) !== 0 };
    case tag.string:
      return { kind: "string", value: string(cursor) };
    case tag.optimizer: {
      const name = uint8(cursor) === 0 ? optimizerNames[0] : optimizerNames[1];
      const fresh = { kind: "optimizer", name, learningRate: float64(cursor) } as const;
      const stepsBefore = uint8(cursor);
      return stepsBefore === 0 ? fresh : { ...fresh, stepsBefore };
    }
    case tag.tensor:
      return readTensor(cursor);
    case tag.array: {
      const shape = readShape(cursor);
      return { kind: "array", shape, data: new NativeFloat64Array(copyBytes(cursor, 8 * elements(shape))) };
    }
    case tag.list: {
      const items: Value[] = [];
      const length = uint32(cursor);
      for (let i = 0; i < length; i++) define(items, i, readValue(cursor));
      return { kind: "list", items };
    }
    case tag.record: {
      const entries: (readonly [string, Value])[] = [];
      const length = uint32(cursor);
      for (let i = 0; i < length; i++) define(entries, i, [string(cursor), readValue(cursor)]);
      return { kind: "record", entries };
    }
    default:
      return { kind: "undefined" };
  }
}

function readTensor(cursor: Cursor): TensorValue {
  const code = uint8(cursor);
  const variable = uint8(cursor) !== 0;
  const shape = readShape(cursor);
  const dtype: Dtype = code === 0 ? dtypes[0] : code === 1 ? dtypes[1] : dtypes[2];
  const bytes = copyBytes(cursor, elements(shape) * elementBytes[dtype]);
  const data =
    dtype === "float32"
      ? new NativeFloat32Array(bytes)
      : dtype === "int32"
        ? new NativeInt32Array(bytes)
        : new NativeUint8Array(bytes);
  return { kind: "tensor", dtype, shape, data, variable };
}

function readShape(cursor: Cursor): number[] {
  const shape: number[] = [];
  const rank = uint8(cursor);
  for (let i = 0; i < rank; i++) define(shape, i, uint32(cursor));
  return shape;
}

function elements(shape: readonly number[]): number {
  let count = 1;
  for (let i = 0; i < shape.length; i++) count *= shape[i] as number;
  return count;
}

/** The next bytes, in a buffer of their own. */
function copyBytes(cursor: Cursor, length: number): ArrayBuffer {
  const bytes = new NativeArrayBuffer(length);
  // Neither length nor buffer of a typed array is asked: their getters may be the submission's.
  typedArraySet(new NativeUint8Array(bytes), new NativeUint8Array(cursor.buffer, cursor.at, length), 0);
  cursor.at += length;
  return bytes;
}

function string(cursor: Cursor): string {
  const length = uint32(cursor);
  let text = "";
  for (let i = 0; i < length; i++) text += fromCharCode(getUint16(cursor.view, cursor.at + 2 * i, true));
  cursor.at += 2 * length;
  return text;
}

function uint8(cursor: Cursor): number {
  const value = getUint8(cursor.view, cursor.at);
  cursor.at += 1;
  return value;
}

function uint32(cursor: Cursor): number {
  const value = getUint32(cursor.view, cursor.at, true);
  cursor.at += 4;
  return value;
}

function float64(cursor: Cursor): number {
  const value = getFloat64(cursor.view, cursor.at, true);
  cursor.at += 8;
  return value;
}
