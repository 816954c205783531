import type { Value } from "./value.ts";
import { dtypes, elementBytes, optimizerNames, tag } from "./value-format.ts";

/**
 * The binary form of a value: what crosses into the sandbox and what the cache of expected values holds.
 * @returns Bytes in the format of `value-format.ts`.
 */
export function encodeValue(value: Value): Uint8Array {
  const bytes = new Uint8Array(encodedLength(value));
  write(value, new DataView(bytes.buffer), bytes, 0);
  return bytes;
}

function encodedLength(value: Value): number {
  switch (value.kind) {
    case "undefined":
      return 1;
    case "number":
    case "rng":
      return 9;
    case "optimizer":
      return 11;
    case "boolean":
      return 2;
    case "string":
      return 1 + stringLength(value.value);
    case "tensor":
      return 4 + 4 * value.shape.length + elementBytes[value.dtype] * value.data.length;
    case "array":
      return 2 + 4 * value.shape.length + 8 * value.data.length;
    case "list":
      return value.items.reduce((sum, item) => sum + encodedLength(item), 5);
    case "record":
      return value.entries.reduce((sum, [key, item]) => sum + stringLength(key) + encodedLength(item), 5);
    default:
      return value satisfies never;
  }
}

const stringLength = (text: string): number => 4 + 2 * text.length;

function write(value: Value, view: DataView, bytes: Uint8Array, start: number): number {
  bytes[start] = tag[value.kind];
  const at = start + 1;
  switch (value.kind) {
    case "undefined":
      return at;
    case "number":
      view.setFloat64(at, value.value, true);
      return at + 8;
    case "rng":
      view.setFloat64(at, value.seed, true);
      return at + 8;
    case "optimizer":
      bytes[at] = optimizerNames.indexOf(value.name);
      view.setFloat64(at + 1, value.learningRate, true);
      bytes[at + 9] = value.stepsBefore ?? 0;
      return at + 10;
    case "boolean":
      bytes[at] = value.value ? 1 : 0;
      return at + 1;
    case "string":
      return writeString(value.value, view, at);
    case "tensor":
      bytes[at] = dtypes.indexOf(value.dtype);
      bytes[at + 1] = value.variable ? 1 : 0;
      return writeElements(value.data, writeShape(value.shape, view, at + 2), bytes);
    case "array":
      return writeElements(value.data, writeShape(value.shape, view, at), bytes);
    case "list":
      view.setUint32(at, value.items.length, true);
      return value.items.reduce((next, item) => write(item, view, bytes, next), at + 4);
    case "record":
      view.setUint32(at, value.entries.length, true);
      return value.entries.reduce(
        (next, [key, item]) => write(item, view, bytes, writeString(key, view, next)),
        at + 4,
      );
    default:
      return value satisfies never;
  }
}

function writeString(text: string, view: DataView, at: number): number {
  view.setUint32(at, text.length, true);
  for (let i = 0; i < text.length; i++) view.setUint16(at + 4 + 2 * i, text.charCodeAt(i), true);
  return at + stringLength(text);
}

function writeShape(shape: readonly number[], view: DataView, at: number): number {
  view.setUint8(at, shape.length);
  shape.forEach((extent, axis) => {
    view.setUint32(at + 1 + 4 * axis, extent, true);
  });
  return at + 1 + 4 * shape.length;
}

function writeElements(data: ArrayBufferView, at: number, bytes: Uint8Array): number {
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
  return at + data.byteLength;
}
