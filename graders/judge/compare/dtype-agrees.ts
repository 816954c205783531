import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { TensorValue } from "../../../assignments/values/value.ts";

/**
 * Whether a tensor's elements are of the kind that the comparison asks for.
 *
 * - `float`: float32. An int32 or bool tensor does not agree, whatever it holds.
 * - `int`: int32, bool, or float32 that holds nothing but integers; a non-finite element is left to the comparison of values.
 * - `any`: everything agrees.
 *
 * One exercise may return weights and masks. What the expected tensor does not meet itself is not asked of the actual
 * one: under `float` an expected bool mask may come as bool, int32 or float32, as the contract has it.
 * Plain numbers and nested arrays have no dtype and never come here.
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
