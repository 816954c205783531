import type { Dtype } from "../../assignments/values/value.ts";
import { defaultValueLimits, dtypes, elementBytes, tag } from "../../assignments/values/value-format.ts";
import type { ByteWriter } from "./byte-writer.ts";
import {
  isArray,
  isInteger,
  NativeArrayBuffer,
  NativeFloat32Array,
  NativeInt32Array,
  NativeUint8Array,
  typedArrayBytes,
  typedArrayLength,
  typedArrayName,
  typedArraySet,
  weakMapGet,
} from "./intrinsics/intrinsics.ts";
import { guarded, refusal } from "./refusal.ts";
import { tensorStore } from "./tensors/tensorflow.ts";

/**
 * Writes a tensor by what the engine holds for it. Shape and dtype are the tensor object's own properties and may be
 * lies, so they are read once and must agree with the number of elements the engine has.
 */
export function encodeTensor(tensor: object, path: string, writer: ByteWriter, variable: boolean): void {
  const { values, dtype, shape } = guarded(() => claimsOf(tensor), path);
  const index = dtype === "float32" ? 0 : dtype === "int32" ? 1 : dtype === "bool" ? 2 : -1;
  if (index === -1) throw refusal("unsupported-dtype", path);
  if (typedArrayName(values) === undefined) throw refusal("fake-tensor", path);
  writer.uint8(tag.tensor);
  writer.uint8(index);
  writer.uint8(variable ? 1 : 0);
  const count = writeShape(shape, path, writer);
  if (count !== typedArrayLength(values)) throw refusal("fake-tensor", path);
  writer.bytes(elements(values as ArrayLike<number>, dtypes[index] as Dtype, count));
}

/** What a tensor object says of itself, and what the engine keeps under the name it gives: that can be given a getter, too. */
function claimsOf(tensor: object): { readonly values: unknown; readonly dtype: unknown; readonly shape: unknown } {
  const claims = tensor as { readonly dataId: unknown; readonly dtype: unknown; readonly shape: unknown };
  const stored = weakMapGet(tensorStore, claims.dataId) as { readonly values: unknown } | undefined;
  return { values: stored?.values, dtype: claims.dtype, shape: claims.shape };
}

function writeShape(shape: unknown, path: string, writer: ByteWriter): number {
  if (!isArray(shape)) throw refusal("fake-tensor", path);
  const rank: unknown = guarded(() => shape.length, path);
  if (!isInteger(rank) || (rank as number) < 0 || (rank as number) > 8) throw refusal("fake-tensor", path);
  writer.uint8(rank as number);
  let count = 1;
  let rows = 1;
  for (let axis = 0; axis < (rank as number); axis++) {
    const extent = guarded(() => shape[axis], path) as number;
    if (!isInteger(extent) || extent < 0) throw refusal("fake-tensor", path);
    writer.uint32(extent);
    count *= extent;
    if (extent > 0) rows *= extent;
  }
  // Beside an extent of 0 the others cost nothing, and can say anything.
  if (count === 0 && rows > defaultValueLimits.elements) throw refusal("too-large", path);
  return count;
}

const arrayOf = { float32: "Float32Array", int32: "Int32Array", bool: "Uint8Array" } as const;

/** The elements as bytes of the claimed dtype: a cast without loss shares its data with the tensor it came from. */
function elements(values: ArrayLike<number>, dtype: Dtype, count: number): Uint8Array {
  if (typedArrayName(values) === arrayOf[dtype]) return typedArrayBytes(values);
  const buffer = new NativeArrayBuffer(count * elementBytes[dtype]);
  const bytes = new NativeUint8Array(buffer);
  const target =
    dtype === "float32" ? new NativeFloat32Array(buffer) : dtype === "int32" ? new NativeInt32Array(buffer) : bytes;
  typedArraySet(target as Uint8Array, values, 0);
  return bytes;
}
