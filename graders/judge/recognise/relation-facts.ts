import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { itemPath, lastKey, memberPath } from "../compare/members.ts";
import { type NumericBlock, numericBlock } from "../compare/numeric-block.ts";
import { remembered } from "../compare/remembered.ts";
import { appliedAtol } from "../compare/tolerance.ts";
import { largestMagnitude, type RelationTolerance } from "./explains.ts";
import { type CompareContext, type NamedFactor, namedFactors } from "./factors.ts";

/** A tensor, array or number inside a value, and its path. */
export type NumericLeaf = {
  /** `parameters.W1`, `[2].X`; empty if the value is itself the leaf. */
  readonly path: string;
  readonly block: NumericBlock;
};

/** What is known of a place in a result whatever was found there: the same for all submissions. */
export type PlaceFacts = {
  /** Path of the wrong tensor in the result. */
  readonly path: string;
  readonly expected: NumericBlock;
  /** All expected leaves of the result, the wrong one's included. */
  readonly results: readonly NumericLeaf[];
  /** All leaves of the arguments; paths begin with the argument's name. */
  readonly inputs: readonly NumericLeaf[];
  readonly factors: readonly NamedFactor[];
  /** Relative tolerance of the comparison. */
  readonly rtol: number;
  /** How exactly a relation must explain the found values. */
  readonly tolerance: RelationTolerance;
};

/** What the recognisers get: one wrong tensor, and everything it may be related to. */
export type RelationFacts = PlaceFacts & {
  readonly actual: NumericBlock;
  /** The facts of the place alone. */
  readonly place: PlaceFacts;
};

/** The source of {@link gatherFacts}. */
export type RelationSource = {
  /** The whole expected result. */
  readonly result: Value;
  readonly path: string;
  readonly expected: NumericBlock;
  readonly actual: NumericBlock;
  readonly comparison: Comparison;
  readonly context: CompareContext;
};

/**
 * Collects what the recognisers need. A relation may be off by twice the comparison's tolerance, and by at least 1e-4
 * of an element (or 1e-5 of the largest): the found values took another path through float32.
 */
export function gatherFacts({ actual, ...source }: RelationSource): RelationFacts {
  const place = placeFacts(source);
  return { ...place, actual, place };
}

type PlaceSource = Omit<RelationSource, "actual">;

const known = new WeakMap<NumericBlock, { readonly source: PlaceSource; readonly facts: PlaceFacts }>();

function placeFacts(source: PlaceSource): PlaceFacts {
  const before = known.get(source.expected);
  if (before !== undefined && isSame(before.source, source)) return before.facts;
  const { result, path, expected, comparison, context } = source;
  const scale = largestMagnitude(expected.data);
  const share = scale === 0 ? 0 : (2 * appliedAtol(expected.data, comparison.atol)) / scale;
  const facts = {
    path,
    expected,
    results: leavesOf(result),
    inputs: context.args.flatMap((arg, i) => numericLeaves(arg, memberPath("", context.parameters[i] ?? `[${i}]`))),
    factors: namedFactors(context),
    rtol: comparison.rtol,
    tolerance: { relative: clamp(2 * comparison.rtol, 1e-4, 1e-2), floor: clamp(share, 1e-5, 1e-3) },
  };
  known.set(expected, { source, facts });
  return facts;
}

const isSame = (one: PlaceSource, other: PlaceSource): boolean =>
  one.result === other.result &&
  one.path === other.path &&
  one.comparison === other.comparison &&
  one.context.args === other.context.args &&
  one.context.parameters === other.context.parameters;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** All tensors, arrays and numbers in a value, in its order. */
export function numericLeaves(value: Value, path: string): NumericLeaf[] {
  if (value.kind === "record") {
    return value.entries.flatMap(([key, member]) => numericLeaves(member, memberPath(path, key)));
  }
  if (value.kind === "list") return value.items.flatMap((item, i) => numericLeaves(item, itemPath(path, i)));
  const block = numericBlock(value);
  return block === undefined ? [] : [{ path, block }];
}

/**
 * One of {@link numericLeaves}, without a list of them all: a submission decides how many numbers it returns.
 * @param path Where to look.
 * @param at Where the value is.
 */
export function leafAt(value: Value, path: string, at = ""): NumericBlock | undefined {
  if (path === at) return numericBlock(value);
  if (!path.startsWith(at)) return undefined;
  if (value.kind === "record")
    return firstOf(value.entries, ([key, member]) => leafAt(member, path, memberPath(at, key)));
  return value.kind === "list" ? firstOf(value.items, (item, i) => leafAt(item, path, itemPath(at, i))) : undefined;
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item, at: number) => Found | undefined,
): Found | undefined {
  for (const [at, item] of items.entries()) {
    const found = find(item, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** {@link numericLeaves} of a whole value. */
export const leavesOf = remembered((value: Value): readonly NumericLeaf[] => numericLeaves(value, ""));

/**
 * The input that a result is a new version of: its path ends in the result's path (`parameters.W1` for `W1` or
 * `parameters.W1`), or it is the only input with the same last key.
 *
 * @returns The input, or undefined if there is none or the result has no key.
 */
export const matchingInput = ({ place }: RelationFacts): NumericLeaf | undefined => matchingInputOf(place);

const matchingInputOf = remembered(({ path, inputs }: PlaceFacts): NumericLeaf | undefined => {
  if (path === "") return undefined;
  const same = inputs.find((input) => input.path === path || input.path.endsWith(`.${path}`));
  if (same !== undefined) return same;
  const namesakes = inputs.filter((input) => lastKey(input.path) === lastKey(path));
  return namesakes.length === 1 ? namesakes[0] : undefined;
});
