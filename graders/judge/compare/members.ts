import type { ArrayValue, ListValue, RecordValue, Value } from "../../../assignments/values/value.ts";

/** Path of a record's member: `parameters` and `W1` give `parameters.W1`; the root's path is empty. */
export function memberPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Path of a list's item: `batches` and 2 give `batches[2]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** The last member name in a path: `W1` of `parameters.W1`, `X` of `[2].X`, empty for the root. */
export function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The members of two records, paired. Missing and surplus names are the first 20 at most, sorted. */
export type PairedKeys = {
  /** Members that both have, in the order of the expected record. */
  readonly pairs: readonly (readonly [key: string, expected: Value, actual: Value])[];
  readonly missing: readonly string[];
  /** Names that are not expected, and names that occur more than once. */
  readonly surplus: readonly string[];
};

/**
 * Pairs the members of two records by name, in any order. A member whose value is undefined counts as absent. If a name
 * occurs twice, its first member is compared and the name is surplus: no submission may answer twice.
 */
export function pairKeys(expected: RecordValue, actual: RecordValue): PairedKeys {
  const found = new Map<string, Value>();
  const surplus = new Set<string>();
  for (const [key, value] of actual.entries) {
    if (value.kind === "undefined") continue;
    if (found.has(key)) surplus.add(key);
    else found.set(key, value);
  }
  const pairs: [string, Value, Value][] = [];
  const missing: string[] = [];
  const wanted = new Set<string>();
  for (const [key, value] of expected.entries) {
    if (value.kind === "undefined") continue;
    wanted.add(key);
    const answer = found.get(key);
    if (answer === undefined) missing.push(key);
    else pairs.push([key, value, answer]);
  }
  for (const key of found.keys()) if (!wanted.has(key)) surplus.add(key);
  return { pairs, missing: firstNames(missing), surplus: firstNames(surplus) };
}

const mostNames = 20;

/** The first names in sorted order. A submission decides how many there are, so they are not all sorted. */
function firstNames(names: Iterable<string>): string[] {
  const first: string[] = [];
  for (const name of names) {
    const last = first.at(-1);
    if (first.length === mostNames && last !== undefined && name >= last) continue;
    const at = first.findIndex((other) => name < other);
    first.splice(at === -1 ? first.length : at, 0, name);
    if (first.length > mostNames) first.pop();
  }
  return first;
}

/** How many members a record has; one whose value is undefined counts as absent. */
export function countPresent({ entries }: RecordValue): number {
  let count = 0;
  for (const [, value] of entries) if (value.kind !== "undefined") count += 1;
  return count;
}

/** Whether both records have the same names in the same order, so that they need no pairing. */
export function sameKeysInOrder(expected: RecordValue, actual: RecordValue): boolean {
  if (expected.entries.length !== actual.entries.length) return false;
  for (let i = 0; i < expected.entries.length; i++) {
    const [wanted, found] = [expected.entries[i], actual.entries[i]];
    if (wanted === undefined || found === undefined || !isSameMember(wanted, found)) return false;
  }
  return true;
}

type Member = RecordValue["entries"][number];

/** Whether two members have the same name and are both there. */
export const isSameMember = (wanted: Member, found: Member): boolean =>
  wanted[0] === found[0] && wanted[1].kind !== "undefined" && found[1].kind !== "undefined";

/**
 * A nested array as the list of its rows (of its numbers, if it has one dimension), sharing the data. Used where only
 * one side of a comparison is rectangular: ragged rows, or an empty list. It makes as many rows as the shape says:
 * compare lengths first.
 */
export function arrayAsList(array: ArrayValue): ListValue {
  const [length = 0, ...rest] = array.shape;
  const size = rest.reduce((product, extent) => product * extent, 1);
  const items = Array.from({ length }, (_, row): Value => {
    if (rest.length === 0) return { kind: "number", value: array.data[row] ?? Number.NaN };
    return { kind: "array", shape: rest, data: array.data.subarray(row * size, (row + 1) * size) };
  });
  return { kind: "list", items };
}

/**
 * A list of scalars (numbers and rank-0 tensors) as a one-dimensional array.
 *
 * @returns The array, or undefined if the list is empty or holds anything else.
 */
export function listAsArray(list: ListValue): ArrayValue | undefined {
  const data = new Float64Array(list.items.length);
  for (const [i, item] of list.items.entries()) {
    if (item.kind === "number") data[i] = item.value;
    else if (item.kind === "tensor" && item.shape.length === 0) data[i] = item.data[0] ?? Number.NaN;
    else return undefined;
  }
  return data.length === 0 ? undefined : { kind: "array", shape: [data.length], data };
}
