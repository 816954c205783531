import { absent } from "../values/case-value.ts";
import { encodeValue } from "../values/encode-value.ts";
import type { Value } from "../values/value.ts";
import type { Case, CaseInputs } from "./case.ts";
import type { Change, Changed, Exercise, Variation } from "./manifest.ts";

/** A case as it would be with other numbers: of the scenario at `index`, the `attempt`-th drawing for `parameter`. */
export type DrawAgain = (index: number, parameter: string, attempt: number) => CaseInputs;

/** One case to be made of another. */
type Planned = Changed & {
  readonly parameter: string;
  /** It is not passed. */
  readonly leftOut?: true;
  /** Nobody asked for it: there is no such case where no other drawing fits. */
  readonly isDefault?: true;
};

/**
 * The variations of an exercise's hidden cases: each is one of them with a parameter changed, alone or with those that must fit it. So
 * an answer that does not look at the parameter, or remembers what it returned for the others, is wrong in one of the two.
 * @param hidden The exercise's hidden cases, in order.
 * @throws TypeError, RangeError where the manifest asks for a change that these cases do not allow.
 */
export function varyCases(exercise: Exercise, hidden: readonly Case[], drawAgain: DrawAgain): Case[] {
  return plan(exercise).flatMap((planned, i) => {
    const { parameter, of = 1 } = planned;
    const base = hidden[of - 1];
    if (base === undefined) return [];
    const parameters = [parameter, ...(planned.with ?? [])];
    const args = changedArgs(exercise, base, planned, { hidden, drawAgain });
    if (args === undefined) return [];
    const title = `${base.title}, ${told(planned, parameters)}`;
    return [{ ...base, id: `hidden-${hidden.length + i + 1}`, title, args, variationOf: { id: base.id, parameters } }];
  });
}

/** In the order of the parameters; what changes along with another gets no case of its own unless it is named. */
function plan({ parameters, variations }: Exercise): Planned[] {
  if (variations === undefined) return [];
  const along = new Set(Object.values(variations).flatMap(changesOf).flatMap(withOthers));
  return parameters.flatMap((parameter): Planned[] => {
    const variation = variations[parameter];
    if (variation !== undefined) return changesOf(variation).map((change) => ({ ...toChanged(change), parameter }));
    return along.has(parameter) ? [] : [{ parameter, isDefault: true }];
  });
}

/** The changes that a variation lists. */
export function changesOf(variation: Variation): readonly Change[] {
  if (Array.isArray(variation)) return variation;
  return "none" in variation ? [] : [variation];
}

const withOthers = (change: Change): readonly string[] => toChanged(change).with ?? [];

function toChanged(change: Change): Changed & Pick<Planned, "leftOut"> {
  if (change === null) return { leftOut: true };
  if (change === "drawn") return {};
  return typeof change === "number" ? { to: change } : change;
}

function told({ times, to, leftOut }: Planned, parameters: readonly string[]): string {
  const names = parameters.join(" and ");
  if (leftOut) return `without ${names}`;
  if (to !== undefined) return `with ${names} ${to}`;
  return times === undefined ? `with another ${names}` : `with ${names} times ${times}`;
}

/** What a case can be changed with. */
type Sources = { readonly hidden: readonly Case[]; readonly drawAgain: DrawAgain };

function changedArgs(exercise: Exercise, base: Case, planned: Planned, sources: Sources): Value[] | undefined {
  const { parameter, times, to, leftOut } = planned;
  const places = [parameter, ...(planned.with ?? [])].map((name) => exercise.parameters.indexOf(name));
  if (leftOut) return leavingOut(base.args, places);
  if (to !== undefined) return replaced(base.args, places, (value) => replacedBy(to, value, exercise, parameter));
  if (times !== undefined) return replaced(base.args, places, (value) => multiplied(value, times, exercise, parameter));
  const drawn = redrawn(base, places, planned, sources);
  if (drawn === undefined && !planned.isDefault) {
    throw new RangeError(
      `Cannot generate cases: no other drawing of "${exercise.id}" has a "${parameter}" that fits ${base.id}`,
    );
  }
  return drawn;
}

/** Up to the last argument that is passed or changes. */
function replaced(
  args: readonly Value[],
  places: readonly number[],
  change: (value: Value, i: number) => Value,
): Value[] {
  const all = Array.from({ length: Math.max(args.length, ...places.map((place) => place + 1)) }, (_, i) => args[i]);
  return all.map((value = absent, i) => (places.includes(i) ? change(value, i) : value));
}

/** The last argument is not even passed as undefined. */
function leavingOut(args: readonly Value[], places: readonly number[]): Value[] {
  const all = replaced(args, places, () => absent);
  return places.includes(all.length - 1) ? all.slice(0, -1) : all;
}

function replacedBy(to: number, value: Value, { id }: Exercise, parameter: string): Value {
  if (value.kind === "number" || value.kind === "undefined") return { kind: "number", value: to };
  throw new TypeError(`Cannot generate cases: "${id}" varies "${parameter}" to ${to}, but it is of kind ${value.kind}`);
}

function multiplied(value: Value, factor: number, exercise: Exercise, parameter: string): Value {
  const again = (member: Value): Value => multiplied(member, factor, exercise, parameter);
  // Not -0, which nothing but a look at its sign can tell from 0.
  const product = (element: number): number => element * factor + 0;
  switch (value.kind) {
    case "number":
      return { ...value, value: product(value.value) };
    case "optimizer":
      return { ...value, learningRate: product(value.learningRate) };
    case "tensor":
      return { ...value, data: value.data.map(product) };
    case "array":
      return { ...value, data: value.data.map(product) };
    case "list":
      return { ...value, items: value.items.map(again) };
    case "record":
      return { ...value, entries: value.entries.map(([key, member]) => [key, again(member)]) };
    default:
      throw new TypeError(
        `Cannot generate cases: "${exercise.id}" multiplies "${parameter}", which is of kind ${value.kind}`,
      );
  }
}

/** Drawings that are tried before there seems to be none. */
const attempts = 20;

/**
 * From another drawing of the same scenario, of the same shapes. A number that every drawing has alike may come from another hidden
 * case, where the manifest says nothing of it.
 */
function redrawn(
  base: Case,
  places: readonly number[],
  { parameter, of = 1, isDefault }: Planned,
  sources: Sources,
): Value[] | undefined {
  const [place = 0] = places;
  const own = base.args[place] ?? absent;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { args } = sources.drawAgain(of - 1, parameter, attempt);
    const fits = places.every((at) => formOf(args[at]) === formOf(base.args[at]));
    if (fits && !isSame(own, args[place] ?? absent)) return replaced(base.args, places, (_, at) => args[at] ?? absent);
  }
  if (!isDefault || own.kind !== "number") return undefined;
  const others = sources.hidden.flatMap(({ args }) => args[place] ?? []);
  const other = others.find((value) => value.kind === "number" && !isSame(value, own));
  return other && replaced(base.args, places, () => other);
}

const isSame = (one: Value, other: Value): boolean => Buffer.compare(encodeValue(one), encodeValue(other)) === 0;

/** Kinds, keys and shapes of a value, as text. */
function formOf(value: Value = absent): string {
  switch (value.kind) {
    case "tensor":
      return `${value.dtype}[${value.shape}]${value.variable}`;
    case "array":
      return `array[${value.shape}]`;
    case "list":
      return `(${value.items.map(formOf)})`;
    case "record":
      return `{${value.entries.map(([key, member]) => `${JSON.stringify(key)}:${formOf(member)}`)}}`;
    default:
      return value.kind;
  }
}
