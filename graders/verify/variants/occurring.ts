import type { Value } from "../../../assignments/values/value.ts";

/** What of a parameter, or of a result, occurs in the cases of an exercise. */
export type Occurring = {
  /** `number`, `boolean`, `string`: always alone; `numbers`: in tensors, arrays or dictionaries; else nothing that can be changed. */
  readonly kind: "number" | "numbers" | "boolean" | "string" | "rng" | "optimizer" | "nothing";
  /** In some case it is not passed, so that it has a default. */
  readonly isOptional: boolean;
  /** The value of the first case, where it stands alone. */
  readonly first?: number | boolean | string;
  readonly numbers: OccurringNumbers;
  /** The axes that are not as long in every case, counted from 0: the contract fixes the others. */
  readonly freeAxes: readonly number[];
  /** Most elements along one of these. */
  readonly longestAxis: number;
  /** Greatest number at the end of a key, of dictionaries whose keys are not the same in every case; 0 where there are none. */
  readonly lastLayer: number;
  /** There are tensors in it. */
  readonly hasTensors: boolean;
};

/** What numbers occur. */
export type OccurringNumbers = {
  readonly least: number;
  readonly most: number;
  /** Greatest magnitude. */
  readonly largest: number;
  /** Least magnitude but 0; Infinity where there is none. */
  readonly smallest: number;
  readonly hasZero: boolean;
  readonly areWhole: boolean;
};

/** What occurs of one parameter. @param values Of all cases. */
export function occurringIn(values: readonly Value[]): Occurring {
  const given = values.filter(({ kind }) => kind !== "undefined");
  const [one] = given;
  return {
    kind: kindOf(given),
    isOptional: given.length < values.length,
    ...(one !== undefined && "value" in one && { first: one.value }),
    numbers: numbersIn(given),
    ...axesOf(given),
    lastLayer: lastLayer(given),
    hasTensors: given.some((value) => leavesOf(value).some(({ kind }) => kind === "tensor")),
  };
}

/** The members of a dictionary that stand alone, such as options: what occurs of each. */
export function aloneIn(values: readonly Value[]): ReadonlyMap<string, readonly Value[]> {
  const members = values.flatMap((value) => (value.kind === "record" ? value.entries : []));
  const alone = members.filter(([, { kind }]) => kind === "number" || kind === "boolean" || kind === "string");
  return new Map(
    [...Map.groupBy(alone, ([key]) => key)].map(([key, entries]) => [key, entries.map(([, value]) => value)]),
  );
}

function kindOf(given: readonly Value[]): Occurring["kind"] {
  const kinds = new Set(given.map(({ kind }) => kind));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) {
    if (only === "number" || only === "boolean" || only === "string" || only === "rng" || only === "optimizer")
      return only;
  }
  return given.some((value) => elementsOf(value).length > 0) ? "numbers" : "nothing";
}

/** What is in a value that is no dictionary and no list. */
function leavesOf(value: Value): Value[] {
  if (value.kind === "record") return value.entries.flatMap(([, item]) => leavesOf(item));
  return value.kind === "list" ? value.items.flatMap(leavesOf) : [value];
}

type Elements = Iterable<number> & { readonly length: number };

const elementsOf = (value: Value): readonly Elements[] =>
  leavesOf(value).flatMap((leaf): Elements[] => {
    if (leaf.kind === "tensor" || leaf.kind === "array") return leaf.data.length === 0 ? [] : [leaf.data];
    return leaf.kind === "number" ? [[leaf.value]] : [];
  });

function numbersIn(values: readonly Value[]): OccurringNumbers {
  let [least, most, smallest, hasZero, areWhole] = [Infinity, -Infinity, Infinity, false, true];
  for (const elements of values.flatMap(elementsOf)) {
    for (const x of elements) {
      if (Number.isNaN(x)) continue;
      least = Math.min(least, x);
      most = Math.max(most, x);
      if (x === 0) hasZero = true;
      else smallest = Math.min(smallest, Math.abs(x));
      areWhole &&= Number.isInteger(x);
    }
  }
  return { least, most, largest: Math.max(-least, most), smallest, hasZero, areWhole };
}

function axesOf(values: readonly Value[]): Pick<Occurring, "freeAxes" | "longestAxis"> {
  const extents = new Map<string, { readonly axis: number; readonly found: Set<number> }>();
  for (const { path, shape } of values.flatMap((value) => shapesIn(value, ""))) {
    for (const [axis, extent] of shape.entries()) {
      const name = `${path}/${axis}`;
      if (!extents.has(name)) extents.set(name, { axis, found: new Set() });
      extents.get(name)?.found.add(extent);
    }
  }
  const free = [...extents.values()].filter(({ found }) => found.size > 1);
  return {
    freeAxes: [...new Set(free.map(({ axis }) => axis))].sort(),
    longestAxis: Math.max(0, ...free.flatMap(({ found }) => [...found])),
  };
}

/** Shapes of what is in a value, by where it is. */
function shapesIn(value: Value, path: string): { readonly path: string; readonly shape: readonly number[] }[] {
  if (value.kind === "record") return value.entries.flatMap(([key, item]) => shapesIn(item, `${path}.${key}`));
  if (value.kind === "list") return value.items.flatMap((item) => shapesIn(item, `${path}[]`));
  return "shape" in value ? [{ path, shape: value.shape }] : [];
}

function lastLayer(values: readonly Value[]): number {
  const keys = values.map(keysOf);
  // In whatever order.
  if (new Set(keys.map((own) => own.toSorted().join())).size < 2) return 0;
  return Math.max(0, ...keys.flat().map((key) => Number(/\d+$/.exec(key)?.[0] ?? 0)));
}

const keysOf = (value: Value): string[] =>
  value.kind === "record" ? value.entries.flatMap(([key, item]) => [key, ...keysOf(item)]) : [];
