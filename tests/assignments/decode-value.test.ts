import { describe, expect, it } from "vitest";
import { decodeValue } from "../../assignments/decode-value.ts";
import { encodeValue } from "../../assignments/encode-value.ts";
import { RandomState } from "../../assignments/random-state.ts";
import type { Value } from "../../assignments/value.ts";

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

describe("decodeValue()", () => {
  it("gives back what encodeValue() was given, of every kind", () => {
    expect(decodeValue(encodeValue(everything))).toEqual({ ok: true, value: everything });
  });

  it("copies out of a Buffer that shares its memory with others", () => {
    const bytes = encodeValue(everything);
    const shared = Buffer.concat([Buffer.alloc(3, 255), bytes, Buffer.alloc(3, 255)]).subarray(3, 3 + bytes.length);
    expect(decodeValue(shared)).toEqual({ ok: true, value: everything });
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

  it("never throws on mutated bytes", () => {
    const random = new RandomState(3);
    const original = encodeValue(everything);
    for (let round = 0; round < 5000; round++) {
      const bytes = new Uint8Array(original);
      for (const at of random.randint(0, bytes.length, 3)) bytes[at] = random.randint(0, 256, 1)[0] ?? 0;
      expect(() => decodeValue(bytes)).not.toThrow();
    }
  });
});
