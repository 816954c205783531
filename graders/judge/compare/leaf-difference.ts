import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { TensorValue, Value } from "../../../assignments/values/value.ts";
import { type NumericBlock, sameShape } from "./numeric-block.ts";
import { appliedAtol, appliedAtolOfNumber, withinTolerance } from "./tolerance.ts";

type NumericValue = Extract<Value, { kind: "number" | "tensor" | "array" }>;

const scalarShape: readonly number[] = [];

/**
 * How two values without members differ: kind first, then shape, dtype and values. Allocates nothing.
 *
 * A number and a rank-0 tensor are interchangeable; a number where a [4,3] tensor is expected, or a [1,1] tensor where
 * a number is, differs in shape. A nested array and a tensor differ in kind.
 *
 * @returns What differs first, or undefined when the values agree.
 */
export function leafDifference(
  expected: Exclude<Value, { kind: "record" | "list" }>,
  actual: Value,
  comparison: Comparison,
): "kind" | "shape" | "dtype" | "values" | undefined {
  switch (expected.kind) {
    case "number":
    case "tensor":
      if (actual.kind !== "number" && actual.kind !== "tensor") return "kind";
      return numericDifference(expected, actual, comparison);
    case "array":
      return actual.kind === "array" ? numericDifference(expected, actual, comparison) : "kind";
    case "undefined":
      return actual.kind === "undefined" ? undefined : "kind";
    case "boolean":
    case "string":
      if (actual.kind !== expected.kind) return "kind";
      return actual.value === expected.value ? undefined : "values";
    case "rng":
      if (actual.kind !== "rng") return "kind";
      return actual.seed === expected.seed ? undefined : "values";
    case "optimizer":
      return "kind";
    default:
      return expected satisfies never;
  }
}

function numericDifference(
  expected: NumericValue,
  actual: NumericValue,
  { rtol, atol, dtype }: Comparison,
): "shape" | "dtype" | "values" | undefined {
  if (!sameShape(shapeOf(expected), shapeOf(actual))) return "shape";
  if (expected.kind === "tensor" && actual.kind === "tensor" && !dtypeAgrees(expected, actual, dtype)) return "dtype";
  if (expected.kind === "number" || actual.kind === "number") {
    const wanted = scalarOf(expected);
    const applied = appliedAtolOfNumber(wanted, atol);
    return withinTolerance(wanted, scalarOf(actual), rtol, applied) ? undefined : "values";
  }
  return elementsAgree(expected.data, actual.data, rtol, appliedAtol(expected.data, atol)) ? undefined : "values";
}

function elementsAgree(
  expected: NumericBlock["data"],
  actual: NumericBlock["data"],
  rtol: number,
  atol: number,
): boolean {
  // The output of a known mistake is compared with itself.
  if (expected === actual) return true;
  for (let i = 0; i < expected.length; i++) {
    if (!withinTolerance(expected[i] ?? Number.NaN, actual[i] ?? Number.NaN, rtol, atol)) return false;
  }
  return expected.length === actual.length;
}

function shapeOf(value: NumericValue): readonly number[] {
  return value.kind === "number" ? scalarShape : value.shape;
}

function scalarOf(value: NumericValue): number {
  return value.kind === "number" ? value.value : (value.data[0] ?? Number.NaN);
}

/**
 * Whether a tensor's elements have the dtype that the comparison asks for.
 *
 * - `float`: float32. An int32 or bool tensor does not agree, whatever its values.
 * - `int`: int32, bool, or float32 with only integers; non-finite elements are left to the comparison of values.
 * - `any`: every dtype agrees.
 *
 * One exercise may return weights and masks, so the rule applies only where the expected tensor itself follows it:
 * under `float`, an expected bool mask may come as bool, int32 or float32, as the contract says. Plain numbers and
 * nested arrays have no dtype and never reach this function.
 */
export function dtypeAgrees(expected: TensorValue, actual: TensorValue, asked: Comparison["dtype"]): boolean {
  switch (asked) {
    case "any":
      return true;
    case "float":
      return actual.dtype === "float32" || expected.dtype !== "float32";
    case "int":
      return holdsIntegers(actual) || !holdsIntegers(expected);
    default:
      return asked satisfies never;
  }
}

function holdsIntegers(tensor: TensorValue): boolean {
  if (tensor.dtype !== "float32") return true;
  for (let i = 0; i < tensor.data.length; i++) {
    const value = tensor.data[i] ?? 0;
    if (Number.isFinite(value) && !Number.isInteger(value)) return false;
  }
  return true;
}
