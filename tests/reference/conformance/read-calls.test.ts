import { describe, expect, test } from "vitest";
import { holdsCalls, readCalls } from "../../../reference/conformance/read-calls.ts";

const call = { id: "c", function: "f", args: [], expected: 1, rtol: 0, atol: 0 };

describe("readCalls()", () => {
  test("reads tensors, also empty ones, generators, lists, dictionaries, texts and truth values as arguments", () => {
    const args = [
      { tensor: { shape: [1, 2], data: [0.5, 0.1] } },
      { tensor: { shape: [2, 0], data: [] } },
      { rng: 7 },
      [[1, 2], [3]],
      { W1: { tensor: { shape: [], data: [4] } } },
      "relu",
      false,
    ];
    const [read] = readCalls({ cases: [{ ...call, args }] });
    const tensor = { kind: "tensor", dtype: "float32", variable: false };
    const number = (value: number) => ({ kind: "number", value });
    expect(read?.args).toEqual([
      { ...tensor, shape: [1, 2], data: Float32Array.of(0.5, 0.1) },
      { ...tensor, shape: [2, 0], data: new Float32Array() },
      { kind: "rng", seed: 7 },
      {
        kind: "list",
        items: [
          { kind: "list", items: [number(1), number(2)] },
          { kind: "list", items: [number(3)] },
        ],
      },
      { kind: "record", entries: [["W1", { ...tensor, shape: [], data: Float32Array.of(4) }]] },
      { kind: "string", value: "relu" },
      { kind: "boolean", value: false },
    ]);
  });

  test("reads what is expected with its final tolerance, and refuses what no function returns", () => {
    const expected = { low: [1, 2], high: { tensor: { shape: [1], data: [3] } }, isHigh: true };
    expect(readCalls({ cases: [{ ...call, expected, rtol: 1e-5, atol: 1e-6 }] })).toEqual([
      {
        id: "c",
        function: "f",
        args: [],
        expected: { low: [1, 2], high: { shape: [1], data: [3] }, isHigh: true },
        tolerance: { rtol: 1e-5, atol: 1e-6 },
      },
    ]);
    expect(() => readCalls({ cases: [{ ...call, expected: { rng: 1 } }] })).toThrow('c expects {"rng":1}');
  });
});

test("holdsCalls() tells calls by position from the inputs of a notebook", () => {
  expect(holdsCalls({ cases: [call] })).toBe(true);
  expect(holdsCalls({ cases: [{ id: "c", inputs: {} }] })).toBe(false);
  expect(holdsCalls({ cases: [] })).toBe(false);
});
