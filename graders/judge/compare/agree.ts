import type { Expected } from "../../../assignments/catalog/case.ts";
import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { ArrayValue, ListValue, RecordValue, Value } from "../../../assignments/values/value.ts";
import { leafDifference } from "./leaf-difference.ts";
import {
  arrayAsList,
  countPresent,
  isSameMember,
  itemPath,
  listAsArray,
  memberPath,
  pairKeys,
  sameKeysInOrder,
} from "./members.ts";

/** One place where two values differ. Numbers are not measured yet. */
export type Difference = {
  readonly code: "kind" | "missing-keys" | "extra-keys" | "length" | "shape" | "dtype" | "values";
  /** `parameters.W1`, `[2].X`; empty for the root. */
  readonly path: string;
  readonly expected: Value;
  readonly actual: Value;
  /** Missing or surplus keys. */
  readonly keys?: readonly string[];
};

/** Whether an answer is the expected one, or wholly one of its alternatives. */
export function agreesWithAny({ value, alternatives = [] }: Expected, actual: Value, comparison: Comparison): boolean {
  return [value, ...alternatives].some((one) => agree(one, actual, comparison, undefined, ""));
}

/**
 * Whether an actual value is the expected one. Without a log it stops at the first difference, builds no path and, for
 * records with their keys in the expected order, allocates nothing. With a log it visits everything and logs each
 * difference, in the order of the expected value.
 * @param log Collects differences
 * @param path Path of the two values in the result
 */
export function agree(
  expected: Value,
  actual: Value,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  if (expected.kind === "record") {
    if (actual.kind === "record") return recordsAgree(expected, actual, comparison, log, path);
  } else if (expected.kind === "list") {
    if (actual.kind === "list") return listsAgree(expected, actual, comparison, log, path);
    if (actual.kind === "array") return listAgreesWithArray(expected, actual, comparison, log, path);
  } else if (expected.kind === "array" && actual.kind === "list") {
    return arrayAgreesWithList(expected, actual, comparison, log, path);
  } else {
    const code = leafDifference(expected, actual, comparison);
    if (code !== undefined) log?.push({ code, path, expected, actual });
    return code === undefined;
  }
  log?.push({ code: "kind", path, expected, actual });
  return false;
}

function arrayAgreesWithList(
  expected: ArrayValue,
  actual: ListValue,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  const numbers = listAsArray(actual);
  if (numbers !== undefined) return agree(expected, numbers, comparison, log, path);
  if (expected.shape[0] !== actual.items.length) return lengthsDiffer(expected, actual, log, path);
  return listsAgree(arrayAsList(expected), actual, comparison, log, path);
}

function listAgreesWithArray(
  expected: ListValue,
  actual: ArrayValue,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  // Lengths first, so that the number of rows to make comes from the expected value, not from the submission.
  if (expected.items.length !== actual.shape[0]) return lengthsDiffer(expected, actual, log, path);
  return listsAgree(expected, arrayAsList(actual), comparison, log, path);
}

function lengthsDiffer(expected: Value, actual: Value, log: Difference[] | undefined, path: string): false {
  log?.push({ code: "length", path, expected, actual });
  return false;
}

function recordsAgree(
  expected: RecordValue,
  actual: RecordValue,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  if (log === undefined) return recordsAgreeAtOnce(expected, actual, comparison);
  if (!sameKeysInOrder(expected, actual)) return unorderedRecordsAgree(expected, actual, comparison, log, path);
  let same = true;
  for (const [i, [key, wanted]] of expected.entries.entries()) {
    const found = actual.entries[i];
    if (found !== undefined) same = agree(wanted, found[1], comparison, log, memberPath(path, key)) && same;
  }
  return same;
}

/**
 * Whether two records agree, where only the verdict counts. A member that differs where both have it at the same place decides: paired
 * by name it would differ as well, or be there twice.
 */
function recordsAgreeAtOnce(expected: RecordValue, actual: RecordValue, comparison: Comparison): boolean {
  const { length } = expected.entries;
  if (length !== actual.entries.length) return unorderedRecordsAgree(expected, actual, comparison, undefined, "");
  // Nested members may take long: the others come first.
  let nested = 0;
  for (let i = 0; i < length; i++) {
    const [wanted, found] = [expected.entries[i], actual.entries[i]];
    if (wanted === undefined || found === undefined || !isSameMember(wanted, found))
      return unorderedRecordsAgree(expected, actual, comparison, undefined, "");
    if (isNested(wanted[1])) nested += 1;
    else if (!agree(wanted[1], found[1], comparison, undefined, "")) return false;
  }
  for (let i = 0; i < length && nested > 0; i++) {
    const [wanted, found] = [expected.entries[i], actual.entries[i]];
    if (wanted === undefined || found === undefined || !isNested(wanted[1])) continue;
    if (!agree(wanted[1], found[1], comparison, undefined, "")) return false;
    nested -= 1;
  }
  return true;
}

const isNested = ({ kind }: Value): boolean => kind === "record" || kind === "list";

function unorderedRecordsAgree(
  expected: RecordValue,
  actual: RecordValue,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  // Without a log only the verdict counts, and it is needed once for each known mistake.
  if (log === undefined && countPresent(expected) !== countPresent(actual)) return false;
  const { pairs, missing, surplus } = pairKeys(expected, actual);
  if (missing.length > 0) log?.push({ code: "missing-keys", path, expected, actual, keys: missing });
  if (surplus.length > 0) log?.push({ code: "extra-keys", path, expected, actual, keys: surplus });
  let same = missing.length === 0 && surplus.length === 0;
  for (const [key, wanted, found] of pairs) {
    if (!same && log === undefined) return false;
    same = agree(wanted, found, comparison, log, memberPath(path, key)) && same;
  }
  return same;
}

function listsAgree(
  expected: ListValue,
  actual: ListValue,
  comparison: Comparison,
  log: Difference[] | undefined,
  path: string,
): boolean {
  if (expected.items.length !== actual.items.length) {
    return lengthsDiffer(expected, actual, log, path);
  }
  let same = true;
  for (let i = 0; i < expected.items.length; i++) {
    const wanted = expected.items[i];
    const found = actual.items[i];
    if (wanted === undefined || found === undefined) continue;
    const place = log === undefined ? path : itemPath(path, i);
    same = agree(wanted, found, comparison, log, place) && same;
    if (!same && log === undefined) return false;
  }
  return same;
}
