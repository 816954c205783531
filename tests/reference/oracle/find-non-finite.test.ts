import { expect, test } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { findNonFinite } from "../../../reference/oracle/find-non-finite.ts";

const tensor = (...data: number[]): Value => ({
  kind: "tensor",
  dtype: "float32",
  shape: [data.length],
  data: Float32Array.from(data),
  variable: false,
});

test("findNonFinite() names the first place", () => {
  const value: Value = {
    kind: "record",
    entries: [
      ["W1", tensor(1, 2)],
      ["v", { kind: "list", items: [tensor(0), tensor(1, Number.NEGATIVE_INFINITY)] }],
      ["cost", { kind: "number", value: Number.NaN }],
    ],
  };
  expect(findNonFinite(value, "result")).toBe("result.v[1][1]");
});

test("findNonFinite() finds numbers and arrays, and nothing in what is finite", () => {
  expect(findNonFinite({ kind: "number", value: Number.POSITIVE_INFINITY }, "result")).toBe("result");
  expect(findNonFinite({ kind: "array", shape: [2], data: Float64Array.of(0, Number.NaN) }, "result")).toBe(
    "result[1]",
  );
  expect(findNonFinite({ kind: "list", items: [tensor(1e30), { kind: "undefined" }] }, "result")).toBeUndefined();
});
