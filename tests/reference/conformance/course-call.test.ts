import { describe, expect, test } from "vitest";
import { courseArguments } from "../../../reference/conformance/course-call.ts";
import type { CourseCase } from "../../../reference/conformance/course-fixture.ts";
import { courseResults } from "../../../reference/conformance/course-results.ts";

const courseCase = (change: Partial<CourseCase>): CourseCase => ({
  id: "c",
  function: "f",
  inputs: {},
  expected: {},
  published: true,
  tolerance: { rtol: 0, atol: 0 },
  ...change,
});

describe("courseArguments()", () => {
  test("puts the generator where the contract has it, seeded as the notebook seeds", () => {
    const testCase = courseCase({ inputs: { layers_dims: [2, 1] }, draws: { seed: 3 } });
    expect(courseArguments(testCase, ["layerDims", "rng"], false)).toEqual([
      { kind: "list", items: [2, 1].map((value) => ({ kind: "number", value })) },
      { kind: "rng", seed: 3 },
    ]);
    expect(() => courseArguments(courseCase({}), ["rng"], false)).toThrow("c has no seed");
  });

  test("passes nested arrays where the assignment is in float64, a vector as one row", () => {
    const testCase = courseCase({ inputs: { Y: { shape: [3], data: [1, 1, 0] } } });
    expect(courseArguments(testCase, ["Y"], true)).toEqual([
      { kind: "array", shape: [1, 3], data: Float64Array.of(1, 1, 0) },
    ]);
  });

  test("takes a label out of a list of one", () => {
    const testCase = courseCase({ inputs: { label: [2], C: 5 } });
    expect(courseArguments(testCase, ["label", "C"], false)).toEqual([
      { kind: "number", value: 2 },
      { kind: "number", value: 5 },
    ]);
  });
});

describe("courseResults()", () => {
  test("finds members under the contract's names, and the whole result under the only name", () => {
    const number = { kind: "number", value: 1 } as const;
    const record = { kind: "record", entries: [["vCorrected", number]] } as const;
    const names = { v_corrected: 1, s: 1 };
    expect(courseResults(courseCase({ expected: names }), record)).toEqual(new Map([["v_corrected", number]]));
    expect(courseResults(courseCase({ expected: { learning_rate: 1 } }), number)).toEqual(
      new Map([["learning_rate", number]]),
    );
  });

  test("returns a bound that the drawn parameters keep, and the moment that breaks one", () => {
    const drawn = {
      kind: "record",
      entries: [
        ["W1", { kind: "tensor", dtype: "float32", shape: [2], data: new Float32Array([3, 5]), variable: true }],
      ],
    } as const;
    const expected = { shapes: { W1: [2] }, abs_mean_below: 0.5, std_above: 0 };
    const results = courseResults(courseCase({ expected }), drawn);
    expect(results.get("abs_mean_below")).toEqual({ kind: "number", value: 4 });
    expect(results.get("std_above")).toEqual({ kind: "number", value: 0 });
    expect(results.get("shapes")).toEqual({
      kind: "record",
      entries: [["W1", { kind: "array", shape: [1], data: Float64Array.of(2) }]],
    });
  });
});
