import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { differencesOf } from "../compare/differences.ts";
import { leavesOf } from "../recognise/relation-facts.ts";
import type { Observed, ObservedCase } from "./observed-case.ts";

/** More names than this say nothing. */
const mostNames = 14;

/** Cases of several layers that must agree on where the wrong ones are. */
const leastLayered = 2;

/** The members of one wrong result, by path, in the order in which the reference makes them, and whether they are right. */
export type Places = ReadonlyMap<string, boolean>;

/**
 * Which members of the results are right in every failing case and which are wrong in at least one. Where the number of layers varies,
 * members are told by their kind, such as `Wl` and `bl`, and the layers that hold all that is wrong; of a list always, as `[i].X`.
 * @param all Of each failing case, see {@link placesOf}.
 * @returns undefined where everything is wrong, or the places of a case are not known.
 */
export function observePlaces(all: readonly (Places | undefined)[]): Observed | undefined {
  const known = all.filter((places) => places !== undefined);
  const [first] = known;
  if (first === undefined || known.length < all.length) return undefined;
  const ofItems = known.every((places) => [...places.keys()].every((path) => itemOf(path) !== undefined));
  const isFixed = !ofItems && known.every((places) => sameKeys(places, first));
  const told = collapsed(isFixed ? known : known.map(byKind));
  const [wrong, right] = partition(told);
  const layers = isFixed ? undefined : wrongLayers(known);
  if (wrong.length === 0 || (right.length === 0 && layers === undefined)) return undefined;
  if (wrong.length > mostNames || right.length > mostNames) return undefined;
  return { code: "places", wrong, right, ...(layers !== undefined && { layers, ...(ofItems && { ofItems }) }) };
}

/** @returns undefined where the result has no members, or differs in form, so that its members are others. */
export function placesOf(
  { expected: { value: expected }, run, report }: ObservedCase,
  comparison: Comparison,
): Places | undefined {
  if (run.outcome !== "returned" || report.outcome !== "wrong" || !hasMembers(expected)) return undefined;
  const differences = differencesOf(expected, run.value, comparison);
  const isPlain = differences.every(({ code }) => code === "values" || code === "shape" || code === "dtype");
  if (differences.length === 0 || !isPlain) return undefined;
  const wrong = new Set(differences.map(({ path }) => path));
  return new Map(leavesOf(expected).map(({ path }) => [path, !wrong.has(path)]));
}

const hasMembers = ({ kind }: Value): boolean => kind === "record" || kind === "list";

/** Which item of a list a path leads to, from 1. */
function itemOf(path: string): number | undefined {
  const index = /^\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? undefined : Number(index) + 1;
}

/** Which layer or item a path leads to; 0 for what belongs to none. */
const partOf = (path: string): number => itemOf(path) ?? Number(/\d+$/.exec(path)?.[0] ?? 0);

const sameKeys = (left: Places, right: Places): boolean =>
  left.size === right.size && [...left.keys()].every((path) => right.has(path));

/** `parameters.W2` as `parameters.Wl`, `[2].X` as `[i].X`; right where all of its layers are. */
function byKind(places: Places): Places {
  const kinds = new Map<string, boolean>();
  for (const [path, isRight] of places) {
    const kind = path.replace(/^\[\d+\]/, "[i]").replace(/\d+$/, "l");
    kinds.set(kind, (kinds.get(kind) ?? true) && isRight);
  }
  return kinds;
}

/** A dictionary inside the result as one member, where all that is in it is right, or all is wrong, in every case. */
function collapsed(all: readonly Places[]): readonly Places[] {
  const paths = [...new Set(all.flatMap((places) => [...places.keys()]))];
  const isWrong = (path: string): boolean => all.some((places) => places.get(path) === false);
  const groups = Map.groupBy(paths, (path) => path.split(".")[0] ?? path);
  const named = new Map<string, string>();
  for (const [group, members] of groups) {
    const isUniform = members.length > 1 && new Set(members.map(isWrong)).size === 1;
    for (const member of members) named.set(member, isUniform ? group : member);
  }
  return all.map((places) => new Map([...places].map(([path]) => [named.get(path) ?? path, !isWrong(path)])));
}

function partition(all: readonly Places[]): [wrong: string[], right: string[]] {
  const names = [...new Set(all.flatMap((places) => [...places.keys()]))];
  const isWrong = (name: string): boolean => all.some((places) => places.get(name) === false);
  return [names.filter(isWrong), names.filter((name) => !isWrong(name))];
}

/** The layers that hold all that is wrong, the same ones in every case, where there is more than one layer. */
function wrongLayers(all: readonly Places[]): Observed["layers"] {
  const found = all.flatMap((places) => {
    const layers = [...places].map(([path, isRight]) => ({ layer: partOf(path), isRight }));
    const last = Math.max(...layers.map(({ layer }) => layer));
    if (last < 2) return [];
    const wrong = new Set(layers.filter(({ isRight }) => !isRight).map(({ layer }) => layer));
    return [{ wrong, last }];
  });
  if (found.length < leastLayered) return undefined;
  const every = (test: (wrong: ReadonlySet<number>, last: number) => boolean): boolean =>
    found.every(({ wrong, last }) => test(wrong, last));
  if (every((wrong) => wrong.size === 1 && wrong.has(1))) return "first";
  if (every((wrong, last) => wrong.size === 1 && wrong.has(last))) return "last";
  // With two layers, all but the first is the last.
  if (!found.some(({ last }) => last > 2)) return undefined;
  if (every((wrong, last) => !wrong.has(1) && wrong.size === last - 1)) return "all but the first";
  if (every((wrong, last) => !wrong.has(last) && wrong.size === last - 1)) return "all but the last";
  // In some layers a mistake need not show.
  if (every((wrong, last) => last > 2 && Math.min(...wrong) > 2)) return "after the second";
  return undefined;
}
