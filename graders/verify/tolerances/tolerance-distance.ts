import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { dtypeAgrees } from "../../judge/compare/leaf-difference.ts";
import { pairKeys } from "../../judge/compare/members.ts";
import { numericBlock, sameShape } from "../../judge/compare/numeric-block.ts";
import { appliedAtol } from "../../judge/compare/tolerance.ts";

/** Elements as a nested array or tensor holds them, in any precision. */
type Elements = ArrayLike<number>;

/**
 * The distance between two values in units of the comparison's tolerance: the largest of `|actual - expected| / (atol +
 * rtol * |expected|)` over all elements, with the `atol` that the comparison applies. Up to 1 is a pass.
 * @param actual May hold float64 elements in its tensors.
 * @returns Infinity where they differ in form, or in anything that is compared exactly; 0 where they are equal.
 */
export function toleranceDistance(expected: Value, actual: Value, comparison: Comparison): number {
  const [wanted, found] = [numericBlock(expected), numericBlock(actual)];
  if (wanted !== undefined && found !== undefined) {
    if (!sameShape(wanted.shape, found.shape)) return Number.POSITIVE_INFINITY;
    // A number and a tensor without dimensions are the same, a list of numbers and a tensor are not.
    if ((expected.kind === "array") !== (actual.kind === "array")) return Number.POSITIVE_INFINITY;
    const hasOtherDtype =
      expected.kind === "tensor" && actual.kind === "tensor" && !dtypeAgrees(expected, actual, comparison.dtype);
    if (hasOtherDtype) return Number.POSITIVE_INFINITY;
    return elementDistance(wanted.data, found.data, comparison.rtol, appliedAtol(wanted.data, comparison.atol));
  }
  if (expected.kind === "record" && actual.kind === "record") {
    const { pairs, missing, surplus } = pairKeys(expected, actual);
    if (missing.length > 0 || surplus.length > 0) return Number.POSITIVE_INFINITY;
    return largest(pairs.map(([, left, right]) => toleranceDistance(left, right, comparison)));
  }
  if (expected.kind === "list" && actual.kind === "list") {
    if (expected.items.length !== actual.items.length) return Number.POSITIVE_INFINITY;
    const none: Value = { kind: "undefined" };
    return largest(expected.items.map((item, i) => toleranceDistance(item, actual.items[i] ?? none, comparison)));
  }
  return JSON.stringify(expected) === JSON.stringify(actual) ? 0 : Number.POSITIVE_INFINITY;
}

function elementDistance(expected: Elements, actual: Elements, rtol: number, atol: number): number {
  let distance = 0;
  for (let i = 0; i < expected.length; i++) {
    const [wanted, found] = [expected[i] ?? Number.NaN, actual[i] ?? Number.NaN];
    if (Object.is(wanted, found) || wanted === found) continue;
    const error = Math.abs(found - wanted);
    const units = Number.isFinite(error) ? error / (atol + rtol * Math.abs(wanted)) : Number.POSITIVE_INFINITY;
    if (units > distance) distance = units;
  }
  return distance;
}

const largest = (distances: readonly number[]): number => distances.reduce((most, next) => Math.max(most, next), 0);
