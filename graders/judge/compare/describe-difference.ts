import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import type { Mismatch } from "../../../reports/report/report.ts";
import type { Difference } from "./agree.ts";
import { type NumericBlock, numberText, numericBlock, preview } from "./numeric-block.ts";
import { appliedAtol, measureError, unravelIndex } from "./tolerance.ts";

/** A mismatch ready for a report, and how it compares with others of the same code. */
export type DescribedDifference = {
  readonly mismatch: Mismatch;
  /** Worst error in units of its tolerance; Infinity where nothing was measured. */
  readonly excess: number;
};

const listedKeys = 20;
const keyCharacters = 80;

/** Measures a difference and describes it for the report, with previews where both sides are numbers. */
export function describeDifference(difference: Difference, comparison: Comparison): DescribedDifference {
  const { code, path, expected, actual } = difference;
  const unmeasured = { excess: Number.POSITIVE_INFINITY };
  switch (code) {
    case "missing-keys":
    case "extra-keys":
      return { ...unmeasured, mismatch: { code, path, keys: listKeys(difference.keys ?? []) } };
    case "length":
      return { ...unmeasured, mismatch: { code, path, expectedLength: count(expected), actualLength: count(actual) } };
    case "kind": {
      const kinds = { expectedKind: expected.kind, actualKind: actual.kind };
      return { ...unmeasured, mismatch: { code, path, ...kinds, ...previews(expected, actual) } };
    }
    case "shape":
      return {
        ...unmeasured,
        mismatch: { code, path, ...shapes(expected, actual), ...previews(expected, actual) },
      };
    case "dtype":
      return { ...unmeasured, mismatch: { code, path, ...dtypes(actual, comparison), ...previews(expected, actual) } };
    case "values":
      return describeValues(path, expected, actual, comparison);
    default:
      return code satisfies never;
  }
}

function describeValues(path: string, expected: Value, actual: Value, comparison: Comparison): DescribedDifference {
  const [wanted, found] = [numericBlock(expected), numericBlock(actual)];
  if (wanted === undefined || found === undefined) {
    const [expectedValue, actualValue] = [textOrTruth(expected), textOrTruth(actual)];
    const values = {
      ...(expectedValue !== undefined && { expectedValue }),
      ...(actualValue !== undefined && { actualValue }),
    };
    // A truth value mostly follows from numbers beside it: where these are wrong, they are told.
    return { excess: 0, mismatch: { code: "values", path, ...values, differing: 1, total: 1 } };
  }
  const atol = appliedAtol(wanted.data, comparison.atol);
  const error = measureError(wanted, found, comparison.rtol, atol);
  const relative = error.maxRelativeError;
  // What must be exact is right or wrong: no place is worse than another.
  const place = isExact(comparison) && !error.nonFinite ? error.first : error.worst;
  return {
    excess: error.excess,
    mismatch: {
      code: error.nonFinite ? "non-finite" : "values",
      path,
      index: unravelIndex(place, wanted.shape),
      expectedAt: numberText(wanted.data[place] ?? Number.NaN),
      actualAt: numberText(found.data[place] ?? Number.NaN),
      maxAbsoluteError: numberText(error.maxAbsoluteError),
      ...(relative === undefined ? {} : { maxRelativeError: numberText(relative) }),
      differing: error.differing,
      total: wanted.data.length,
      rtol: comparison.rtol,
      atol,
      ...previews(expected, actual),
    },
  };
}

const isExact = ({ rtol, atol }: Comparison): boolean => rtol === 0 && atol === 0;

function textOrTruth(value: Value): string | undefined {
  if (value.kind === "string") return JSON.stringify(cut(value.value));
  return value.kind === "boolean" ? String(value.value) : undefined;
}

const cut = (text: string): string => (text.length > keyCharacters ? `${text.slice(0, keyCharacters - 1)}…` : text);

function listKeys(keys: readonly string[]): string[] {
  return keys.slice(0, listedKeys).map(cut);
}

function count(value: Value): number {
  if (value.kind === "array") return value.shape[0] ?? 0;
  return value.kind === "list" ? value.items.length : 0;
}

function shapes(expected: Value, actual: Value): Partial<Mismatch> {
  return {
    expectedShape: [...(numericBlock(expected)?.shape ?? [])],
    actualShape: [...(numericBlock(actual)?.shape ?? [])],
  };
}

function dtypes(actual: Value, { dtype }: Comparison): Partial<Mismatch> {
  return {
    expectedDtype: dtype === "int" ? "int32" : "float32",
    ...(actual.kind === "tensor" ? { actualDtype: actual.dtype } : {}),
  };
}

function previews(expected: Value, actual: Value): Partial<Mismatch> {
  const [wanted, found]: (NumericBlock | undefined)[] = [numericBlock(expected), numericBlock(actual)];
  return {
    ...(wanted === undefined ? {} : { expectedPreview: preview(wanted) }),
    ...(found === undefined ? {} : { actualPreview: preview(found) }),
  };
}
