import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { explains } from "../facts/explains.ts";
import { varies } from "../facts/pattern.ts";
import type { RelationFacts } from "../facts/relation-facts.ts";

/** Every found value is the expected one plus a constant. Needs three values that vary. */
export function recogniseOffset({ expected, actual, tolerance }: RelationFacts): Finding | undefined {
  const size = expected.data.length;
  if (size < 3 || !sameShape(expected.shape, actual.shape) || !varies(expected.data)) return undefined;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (actual.data[i] ?? Number.NaN) - (expected.data[i] ?? Number.NaN);
  const offset = sum / size;
  const shifted = new Float64Array(expected.data).map((value) => value + offset);
  // What varies must be the expected values, not the rounding: a large constant would hide them otherwise.
  if (!explains(shifted, actual.data, tolerance) || !followsExpected(expected.data, actual.data)) return undefined;
  return { code: "offset", offset: Number(offset.toPrecision(6)) };
}

function followsExpected(expected: ArrayLike<number>, actual: ArrayLike<number>): boolean {
  const centred = (values: ArrayLike<number>) => new Float64Array(values).map((value) => value - (values[0] ?? 0));
  return explains(centred(expected), centred(actual), { relative: 1e-2, floor: 1e-2 });
}
