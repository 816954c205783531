import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { allIntegers, allZero, explains, varies } from "./explains.ts";
import { fitFactor } from "./factors.ts";
import type { RelationFacts } from "./relation-facts.ts";

/** Every found value is the expected one times a constant, named if it is a quantity of the call. */
export function recogniseFactor({ expected, actual, factors, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape)) return undefined;
  const fitted = fitFactor(expected.data, actual.data, factors, tolerance);
  return fitted === undefined ? undefined : { code: "factor", ...fitted };
}

/** Every found value is the expected one with the other sign. */
export function recogniseNegated({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  const negated = new Float64Array(expected.data).map((value) => -value);
  return explains(negated, actual.data, tolerance) ? { code: "negated" } : undefined;
}

/** Every found value is the expected one plus a constant. Needs three values that vary. */
export function recogniseOffset({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  const size = expected.data.length;
  if (size < 3 || !sameShape(expected.shape, actual.shape) || !varies(expected.data)) return undefined;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (actual.data[i] ?? Number.NaN) - (expected.data[i] ?? Number.NaN);
  const offset = sum / size;
  const shifted = new Float64Array(expected.data).map((value) => value + offset);
  // The variation must be that of the expected values, not of rounding: a large constant would hide it otherwise.
  if (!explains(shifted, actual.data, tolerance) || !followsExpected(expected.data, actual.data)) return undefined;
  return { code: "offset", offset: Number(offset.toPrecision(6)) };
}

function followsExpected(expected: ArrayLike<number>, actual: ArrayLike<number>): boolean {
  const centred = (values: ArrayLike<number>) => new Float64Array(values).map((value) => value - (values[0] ?? 0));
  return explains(centred(expected), centred(actual), { relative: 1e-2, floor: 1e-2 });
}

/** All found values are 0 and the expected ones are not. For a single number the mismatch already says so. */
export function recogniseAllZero({ expected, actual }: RelationFacts): Finding | undefined {
  if (actual.data.length < 2 || !sameShape(expected.shape, actual.shape)) return undefined;
  return allZero(actual.data) && !allZero(expected.data) ? { code: "all-zero" } : undefined;
}

/** Ten times float32's rounding: what another order of right operations may cost, and no wrong formula explains. */
const lastDigits = 10 * 2 ** -23;

/**
 * Every found value is right but for float32's rounding, several times: the formula may be right and its evaluation lose precision. Counts
 * and masks are exact and never match.
 */
export function recogniseFloatPrecision({ expected, actual }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allZero(expected.data)) return undefined;
  if (allIntegers(expected.data) && allIntegers(actual.data)) return undefined;
  const close = explains(expected.data, actual.data, { relative: lastDigits, floor: 0 });
  return close ? { code: "float-precision" } : undefined;
}
