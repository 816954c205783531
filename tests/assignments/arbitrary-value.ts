import fc from "fast-check";
import type { Dtype, Value } from "../../assignments/values/value.ts";
import { dtypes, elementBytes, optimizerNames } from "../../assignments/values/value-format.ts";

/** Text of any UTF-16 code units, halves of pairs among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.nat(0xffff), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Keys that have a meaning on objects, beside any others. */
const anyKey = fc.oneof(anyText, fc.constantFrom("", "__proto__", "constructor", "toJSON", "then", "length"));

/** Up to rank 8; extents of 0 among them. */
const anyShape = fc.array(fc.nat(3), { maxLength: 8 }).filter((shape) => sizeOf(shape) <= 40);
const sizeOf = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);

const anyTensor: fc.Arbitrary<Value> = fc
  .record({ dtype: fc.constantFrom<Dtype>(...dtypes), shape: anyShape, variable: fc.boolean() })
  .chain(({ dtype, shape, variable }) => {
    const length = sizeOf(shape) * elementBytes[dtype];
    const bits = fc.uint8Array({ minLength: length, maxLength: length });
    return bits.map(({ buffer }): Value => ({ kind: "tensor", dtype, shape, variable, data: ofBits(dtype, buffer) }));
  });

function ofBits(dtype: Dtype, buffer: ArrayBufferLike): Float32Array | Int32Array | Uint8Array {
  if (dtype === "bool") return new Uint8Array(buffer);
  return dtype === "int32" ? new Int32Array(buffer) : new Float32Array(buffer);
}

/** An array has no extent of 0: an empty list is a list. */
const anyArray: fc.Arbitrary<Value> = anyShape
  .map((shape) => shape.map((extent) => extent || 1))
  .chain((shape) =>
    fc
      .float64Array({ minLength: sizeOf(shape), maxLength: sizeOf(shape) })
      .map((data): Value => ({ kind: "array", shape, data: new Float64Array(data) })),
  );

/** Values of every kind, nested up to five deep. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", maxDepth: 5, withCrossShrink: true },
    fc.constant<Value>({ kind: "undefined" }),
    fc.double().map((value): Value => ({ kind: "number", value })),
    fc.boolean().map((value): Value => ({ kind: "boolean", value })),
    anyText.map((value): Value => ({ kind: "string", value })),
    fc.nat(2 ** 32 - 1).map((seed): Value => ({ kind: "rng", seed })),
    fc.record({
      kind: fc.constant("optimizer" as const),
      name: fc.constantFrom(...optimizerNames),
      learningRate: fc.double(),
    }),
    fc.record({
      kind: fc.constant("optimizer" as const),
      name: fc.constantFrom(...optimizerNames),
      learningRate: fc.double(),
      stepsBefore: fc.integer({ min: 1, max: 255 }),
    }),
    anyTensor,
    anyArray,
    fc.array(tie("value"), { maxLength: 4 }).map((items): Value => ({ kind: "list", items })),
    fc.array(fc.tuple(anyKey, tie("value")), { maxLength: 4 }).map((entries): Value => ({ kind: "record", entries })),
  ),
})).value;
