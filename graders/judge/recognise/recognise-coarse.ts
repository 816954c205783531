import type { Finding } from "../../../reports/report/report.ts";
import { sameShape } from "../compare/numeric-block.ts";
import { allIntegers, varies } from "./explains.ts";
import type { RelationFacts } from "./relation-facts.ts";

const mostDecimals = 8;
const mostDigits = 7;

/** Share of a number within which a float32 is the rounded decimal. */
const float32Share = 2e-7;

/**
 * The found values are the expected ones, rounded to a number of decimals, or else of significant digits. One value may look rounded by
 * chance, unless it has lost most of its digits.
 */
export function recogniseRounded({ expected, actual }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allIntegers(expected.data)) return undefined;
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    if (isRoundedBy(expected.data, actual.data, (value) => roundTo(value, decimals)))
      return { code: "rounded", decimals };
  }
  for (let digits = 1; digits <= mostDigits; digits++) {
    if (isRoundedBy(expected.data, actual.data, (value) => Number(value.toPrecision(digits)))) {
      return { code: "rounded", digits };
    }
  }
  return undefined;
}

const roundTo = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

function isRoundedBy(
  expected: ArrayLike<number>,
  actual: ArrayLike<number>,
  round: (value: number) => number,
): boolean {
  let coarse: number | undefined;
  let areSeveral = false;
  for (let i = 0; i < expected.length; i++) {
    const [wanted, found] = [expected[i] ?? Number.NaN, actual[i] ?? Number.NaN];
    // The expected value itself has rounding noise, which may tip a half.
    const isRounded =
      isFloat32Of(round(wanted), found) ||
      isFloat32Of(round(wanted * (1 + float32Share)), found) ||
      isFloat32Of(round(wanted * (1 - float32Share)), found);
    if (!isRounded) return false;
    if (found === 0 || Math.abs(found - wanted) <= 10 * float32Share * Math.abs(wanted)) continue;
    areSeveral ||= coarse !== undefined && coarse !== wanted;
    coarse = wanted;
  }
  return areSeveral || (expected.length === 1 && coarse !== undefined);
}

const isFloat32Of = (decimal: number, found: number): boolean =>
  Math.abs(found - decimal) <= float32Share * Math.abs(decimal);

/** All rows of the found matrix are the same, or all columns, or all values, where the expected ones are not. */
export function recogniseRepeated({ expected, actual }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || !varies(expected.data)) return undefined;
  if (!varies(actual.data))
    return actual.data[0] === 0 || allIntegers(expected.data) ? undefined : { code: "repeated" };
  const [rows = 1, columns = 1, ...more] = expected.shape;
  if (more.length > 0 || rows < 2 || columns < 2) return undefined;
  const isMask = allIntegers(expected.data);
  if (isMask && (Math.min(rows, columns) - 1) * Math.max(rows, columns) < leastRepeatedBits) return undefined;
  const repeats = (data: ArrayLike<number>, step: (i: number) => number): boolean => {
    for (let i = 0; i < data.length; i++) if (data[i] !== data[step(i)]) return false;
    return true;
  };
  const toFirstRow = (i: number): number => i % columns;
  const toFirstColumn = (i: number): number => i - (i % columns);
  if (repeats(actual.data, toFirstRow) && !repeats(expected.data, toFirstRow)) return { code: "repeated", axis: 0 };
  if (repeats(actual.data, toFirstColumn) && !repeats(expected.data, toFirstColumn))
    return { code: "repeated", axis: 1 };
  return undefined;
}

/** Values that are cut off, and values that are not: as many as make a coincidence unlikely. */
const leastCut = 2;
const leastUncut = 3;

/** Repeated elements of a mask, of which two are the same as often as not. */
const leastRepeatedBits = 12;

/** The found values are the expected ones, but those that are too large or too small have one and the same value. */
export function recogniseClipped({ expected, actual, rtol }: RelationFacts): Finding | undefined {
  if (!sameShape(expected.shape, actual.shape) || allIntegers(expected.data)) return undefined;
  const cut = { above: new Set<number>(), below: new Set<number>() };
  const within = new Set<number>();
  const bounds = { high: new Set<number>(), low: new Set<number>() };
  for (let i = 0; i < expected.data.length; i++) {
    const [wanted, found] = [expected.data[i] ?? Number.NaN, actual.data[i] ?? Number.NaN];
    if (Math.abs(found - wanted) <= Math.max(rtol, 1e-6) * Math.abs(wanted)) {
      within.add(wanted);
      continue;
    }
    if (!Number.isFinite(wanted) || !Number.isFinite(found)) return undefined;
    (wanted > found ? cut.above : cut.below).add(wanted);
    (wanted > found ? bounds.high : bounds.low).add(found);
    if (bounds.high.size > 1 || bounds.low.size > 1) return undefined;
  }
  if (within.size < leastUncut || cut.above.size + cut.below.size < leastCut) return undefined;
  const [[high], [low]] = [[...bounds.high], [...bounds.low]];
  const isWithin = (value: number): boolean =>
    (high === undefined || value <= high) && (low === undefined || value >= low);
  if (!Array.from(actual.data).every(isWithin) || !varies(actual.data)) return undefined;
  return { code: "clipped", ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}
