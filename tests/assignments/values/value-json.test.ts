import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { valueFromJson, valueToJson } from "../../../assignments/values/value-json.ts";
import { anyValue } from "../arbitrary-value.ts";

const throughText = (value: Value): Value => valueFromJson(JSON.parse(JSON.stringify(valueToJson(value))));

describe("valueToJson()", () => {
  it("gives every value back, to the bit", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(throughText(value)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("can be read by a person", () => {
    const value: Value = {
      kind: "record",
      entries: [
        [
          "W1",
          {
            kind: "tensor",
            dtype: "float32",
            shape: [2, 2],
            data: Float32Array.of(0.1, -2.5, Number.NaN, -0),
            variable: false,
          },
        ],
        ["b1", { kind: "tensor", dtype: "float32", shape: [2, 1], data: new Float32Array(2), variable: false }],
        ["epochs", { kind: "number", value: 3 }],
        ["rows", { kind: "array", shape: [2], data: Float64Array.of(0.1, 1e-300) }],
      ],
    };
    expect(valueToJson(value)).toEqual({
      W1: {
        $tensor: "float32",
        shape: [2, 2],
        values: [
          [0.1, -2.5],
          ["NaN", "-0"],
        ],
      },
      b1: { $tensor: "float32", shape: [2, 1], fill: 0 },
      epochs: 3,
      rows: { $array: [2], values: [0.1, 1e-300] },
    });
  });
});

describe("valueFromJson()", () => {
  it.each<[string, unknown, string]>([
    ["null", null, "found null"],
    ["a dtype that there is not", { $tensor: "float16", shape: [], values: 1 }, 'found "float16"'],
    ["too few numbers", { $tensor: "float32", shape: [2, 2], values: [[1, 2], [3]] }, "3 numbers for the shape [2, 2]"],
    ["a text among numbers", { $array: [1], values: ["one"] }, 'found "one"'],
    ["a shape that is none", { $array: [-1], values: [] }, "found [-1]"],
    ["an unknown optimizer", { $optimizer: "rmsprop", learningRate: 1 }, 'found "rmsprop"'],
    ["a record without keys", { $record: [[1, 2]] }, "found [1,2]"],
  ])("refuses %s", (_, json, why) => {
    expect(() => valueFromJson(json)).toThrow(why);
  });
});
