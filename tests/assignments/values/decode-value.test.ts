import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeValue } from "../../../assignments/values/decode-value.ts";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { defaultValueLimits } from "../../../assignments/values/value-format.ts";
import { allocatedBy, fairAllocation, mutated, randomBytes } from "../arbitrary-bytes.ts";
import { anyValue } from "../arbitrary-value.ts";

const everything: Value = {
  kind: "record",
  entries: [
    ["number", { kind: "number", value: -0 }],
    ["nan", { kind: "number", value: Number.NaN }],
    ["infinity", { kind: "number", value: Number.NEGATIVE_INFINITY }],
    ["undefined", { kind: "undefined" }],
    ["boolean", { kind: "boolean", value: true }],
    ["", { kind: "string", value: "żółć \u{1F600} \0" }],
    ["rng", { kind: "rng", seed: 2 ** 32 - 1 }],
    ["optimizer", { kind: "optimizer", name: "adam", learningRate: 1e-3 }],
    ["used optimizer", { kind: "optimizer", name: "adam", learningRate: 1e-3, stepsBefore: 3 }],
    [
      "__proto__",
      { kind: "tensor", dtype: "float32", shape: [2, 1], data: new Float32Array([1.5, -0]), variable: true },
    ],
    ["int", { kind: "tensor", dtype: "int32", shape: [], data: new Int32Array([-7]), variable: false }],
    ["bool", { kind: "tensor", dtype: "bool", shape: [3], data: new Uint8Array([0, 1, 1]), variable: false }],
    ["empty", { kind: "tensor", dtype: "float32", shape: [0, 4], data: new Float32Array(), variable: false }],
    ["array", { kind: "array", shape: [2, 2], data: new Float64Array([0.1, 0.2, Number.POSITIVE_INFINITY, 1e300]) }],
    [
      "list",
      {
        kind: "list",
        items: [
          { kind: "list", items: [] },
          { kind: "number", value: 1 },
        ],
      },
    ],
  ],
};

/** A float32 tensor of shape [4294967295, 0]: it has no element, so that no byte pays for its rows. */
const emptyRows = new Uint8Array([5, 0, 0, 2, 255, 255, 255, 255, 0, 0, 0, 0]);

describe("decodeValue()", () => {
  it("gives back what encodeValue() was given, of every kind", () => {
    expect(decodeValue(encodeValue(everything))).toEqual({ ok: true, value: everything });
  });

  it("copies out of a Buffer that shares its memory with others", () => {
    const bytes = encodeValue(everything);
    const shared = Buffer.concat([Buffer.alloc(3, 255), bytes, Buffer.alloc(3, 255)]).subarray(3, 3 + bytes.length);
    expect(decodeValue(shared)).toEqual({ ok: true, value: everything });
  });

  it("gives values of their own: what becomes of the bytes, or of another tensor, is nothing to them", () => {
    const tensors = [2, 3].map(
      (length): Value => ({ kind: "array", shape: [length], data: new Float64Array(length).fill(length) }),
    );
    const bytes = encodeValue({ kind: "list", items: tensors });
    const decoded = decodeValue(bytes);
    bytes.fill(255);
    expect(decoded).toEqual({ ok: true, value: { kind: "list", items: tensors } });
    const [first, second] = decoded.ok && decoded.value.kind === "list" ? decoded.value.items : [];
    if (first?.kind === "array") first.data.fill(7);
    expect(second).toEqual(tensors[1]);
  });

  it.each([
    ["nothing", new Uint8Array(), /end too early/],
    ["an unknown tag", new Uint8Array([200]), /unknown tag 200/],
    ["bytes after the value", new Uint8Array([0, 0]), /1 bytes after the value/],
    ["a tensor larger than its bytes", new Uint8Array([5, 0, 0, 1, 255, 255, 0, 0]), /end too early/],
    [
      "a tensor larger than anything",
      new Uint8Array([5, 0, 0, 2, 255, 255, 255, 255, 255, 255, 255, 255]),
      /more elements/,
    ],
    ["an array of a million empty rows", new Uint8Array([6, 2, 64, 66, 15, 0, 0, 0, 0, 0]), /without elements/],
    ["a tensor of four thousand million empty rows", emptyRows, /more elements/],
    ["a rank of 200", new Uint8Array([5, 0, 0, 200]), /rank 200/],
    ["an unknown dtype", new Uint8Array([5, 9, 0, 0]), /unknown dtype/],
    ["an unknown optimizer", new Uint8Array([9, 9, 0, 0, 0, 0, 0, 0, 0, 0]), /unknown optimizer/],
    ["lists nested without end", new Uint8Array(200).map((_, i) => [7, 1, 0, 0, 0][i % 5] ?? 0), /nested too deep/],
  ])("refuses %s, and says why", (_, bytes, reason) => {
    expect(decodeValue(bytes)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("keeps to the limits it is given", () => {
    const bytes = encodeValue(everything);
    expect(decodeValue(bytes, { depth: 16, elements: 5, bytes: 1e6 })).toMatchObject({ ok: false });
    expect(decodeValue(bytes, { depth: 1, elements: 1e6, bytes: 1e6 })).toMatchObject({ ok: false });
    expect(decodeValue(bytes, { depth: 16, elements: 1e6, bytes: 10 })).toMatchObject({ ok: false });
  });

  it("gives back any value, bit for bit", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = encodeValue(value);
        const decoded = decodeValue(bytes);
        expect(decoded).toEqual({ ok: true, value });
        expect(decoded.ok && encodeValue(decoded.value)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses any value that is cut or has bytes after it", () => {
    fc.assert(
      fc.property(anyValue, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), (value, at, more) => {
        const bytes = encodeValue(value);
        expect(decodeValue(bytes.subarray(0, at % bytes.length))).toMatchObject({ ok: false });
        const reason = `${more.length} bytes after the value`;
        expect(decodeValue(new Uint8Array([...bytes, ...more]))).toEqual({ ok: false, reason });
      }),
      { numRuns: 1000 },
    );
  });

  it("takes a value at exactly the elements, the depth and the bytes it has, and at none fewer", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const bytes = encodeValue(value);
        const exact = { elements: costOf(value), depth: depthOf(value), bytes: bytes.length };
        expect(decodeValue(bytes, exact)).toMatchObject({ ok: true });
        for (const key of ["elements", "depth", "bytes"] as const) {
          if (exact[key] > 0)
            expect(decodeValue(bytes, { ...exact, [key]: exact[key] - 1 })).toMatchObject({ ok: false });
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["mutated", mutated(anyValue.map(encodeValue))],
    ["random", randomBytes],
  ])("never throws on %s bytes, keeps to its limits, and what it reads is a value", (_, anyBytes) => {
    const limits = { elements: 3000, depth: 4, bytes: 2000 };
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(allocatedBy(() => decodeValue(bytes))).toBeLessThan(fairAllocation(bytes));
        for (const given of [defaultValueLimits, limits]) {
          const decoded = decodeValue(bytes, given);
          if (!decoded.ok) continue;
          expect(costOf(decoded.value)).toBeLessThanOrEqual(given.elements);
          expect(depthOf(decoded.value)).toBeLessThanOrEqual(given.depth);
          expect(decodeValue(encodeValue(decoded.value), given)).toEqual(decoded);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** What a value takes of the budget of elements: 400 for itself, and all that it holds or claims to hold. */
function costOf(value: Value): number {
  switch (value.kind) {
    case "string":
      return 400 + value.value.length;
    case "tensor":
    case "array":
      return 400 + value.shape.reduce((product, extent) => product * Math.max(1, extent), 1);
    case "list":
      return value.items.reduce((sum, item) => sum + 1 + costOf(item), 400);
    case "record":
      return value.entries.reduce((sum, [key, item]) => sum + 1 + key.length + costOf(item), 400);
    default:
      return 400;
  }
}

/** How deep lists and records are nested. */
function depthOf(value: Value): number {
  if (value.kind === "list") return 1 + Math.max(0, ...value.items.map(depthOf));
  if (value.kind === "record") return 1 + Math.max(0, ...value.entries.map(([, item]) => depthOf(item)));
  return 0;
}
