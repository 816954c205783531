import { engine, env } from "@tensorflow/tfjs-core";
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  kindOf,
  mapGet,
  ownKeys,
  sameNumber,
} from "./intrinsics/intrinsics.ts";
import { shared } from "./modules.ts";
import { added, removed, restricted } from "./restrict-globals.ts";
import { hasRarelyUsed } from "./tensors/tensorflow.ts";

// What exercises share, as it was before anything of a submission ran. All of it lies in a few long lists, not in an object for each
// property: every context gets a copy, and what looks at them is code that V8 never optimises.

/** Objects, their prototypes, and how many own properties they have in this context: V8 adds some to what it takes from a snapshot. */
const objects: object[] = [];
const prototypes: unknown[] = [];
const counts: number[] = [];
/** Their properties: those of an object end where its entry in `ends` says. */
const keys: PropertyKey[] = [];
const values: unknown[] = [];
const ends: number[] = [];
/** Properties with a getter or setter, and whose they are. */
const owners: object[] = [];
const names: PropertyKey[] = [];
const getters: unknown[] = [];
const setters: unknown[] = [];
/** Maps in which TensorFlow.js keeps its kernels and gradients, and what was in them. */
const registries: { readonly map: object; readonly keys: readonly unknown[]; readonly values: readonly unknown[] }[] =
  [];

/** Remembers what exercises share, while the guest is made: it takes too long for each context. */
export function rememberMost(): void {
  // Flags are found out when they are first asked for.
  for (const name of Object.keys((env() as unknown as { flagRegistry: object }).flagRegistry)) env().get(name);
  for (const object of computing()) remember(object, []);
  const seen = new Set<unknown>([...computing(), ...removed()]);
  const later = new Set<unknown>(restricted());
  const roots: unknown[] = [globalThis, added, shared, env(), ...unnamed()];
  roots.push(...computing().map((object) => Object.getPrototypeOf(object) as unknown));
  while (roots.length > 0) {
    const object = roots.pop();
    if (!isObject(object) || seen.has(object)) continue;
    seen.add(object);
    if (isOfUse(object) && !later.has(object)) remember(object, ownKeys(object));
    const properties = Object.values(Object.getOwnPropertyDescriptors(object)) as PropertyDescriptor[];
    roots.push(Object.getPrototypeOf(object), ...properties.flatMap(({ value, get, set }) => [value, get, set]));
  }
  const globals = (globalThis as unknown as { _tfGlobals: Map<string, unknown> })._tfGlobals;
  for (const map of [globals, ...globals.values()]) {
    if (map instanceof Map) registries.push({ map, keys: [...map.keys()], values: [...map.values()] });
  }
}

/** Objects of TensorFlow.js whose properties come to have other values as they compute. */
function computing(): readonly object[] {
  const { backend } = engine();
  return [engine(), backend, (backend as unknown as { data: object }).data];
}

/** Prototypes that no name leads to. */
function unnamed(): unknown[] {
  const of: unknown[] = [
    [].values(),
    new Map().entries(),
    new Set().values(),
    ""[Symbol.iterator](),
    "".matchAll(/a/g),
    function* generate() {},
    async function later() {},
    async function* generateLater() {},
  ];
  return of.map((value) => Object.getPrototypeOf(value) as unknown);
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** Whether others see what an object holds: properties of plain functions are nobody's business, and what is frozen stays. */
function isOfUse(object: object): boolean {
  const isPlain = (key: PropertyKey): boolean => key === "length" || key === "name" || key === "prototype";
  return !(typeof object === "function" && ownKeys(object).every(isPlain)) && !Object.isFrozen(object);
}

/** @param which Keys of the properties that are not to change. */
function remember(object: object, which: readonly PropertyKey[]): void {
  for (const key of which) {
    const { value, get, set } = Object.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
    // What TensorFlow.js numbers its tensors by.
    if (typeof value === "number" && /^next\w+Id$/.test(String(key))) continue;
    if (get === undefined && set === undefined) {
      keys.push(key);
      values.push(value);
    } else {
      owners.push(object);
      names.push(key);
      getters.push(get);
      setters.push(set);
    }
  }
  objects.push(object);
  prototypes.push(Object.getPrototypeOf(object));
  counts.push(ownKeys(object).length);
  ends.push(keys.length);
}

/** Remembers the rest in each context: what `restrictGlobals` has made of it, and how much V8 has added. */
export function rememberRest(): void {
  for (let i = 0; i < objects.length; i++) counts[i] = ownKeys(objects[i] as object).length;
  for (const object of restricted()) remember(object, ownKeys(object));
}

/**
 * Whether all that exercises share is as it was: then what one of them does depends on no other. A getter that stands in the place of a
 * value may run; it can at most say that its submission has touched nothing.
 */
export function isUntouched(): boolean {
  if (hasRarelyUsed() || !isEngineAtRest()) return false;
  for (let i = 0; i < registries.length; i++) if (!isRegistryAsItWas(i)) return false;
  for (let i = 0, k = 0; i < objects.length; i++) {
    const object = objects[i] as Record<PropertyKey, unknown>;
    if (getPrototypeOf(object) !== prototypes[i] || ownKeys(object).length !== counts[i]) return false;
    for (const end = ends[i] as number; k < end; k++) {
      const value = object[keys[k] as PropertyKey];
      if (value !== values[k] && !sameNumber(value, values[k])) return false;
    }
  }
  return areAccessorsAsTheyWere();
}

type Store = { readonly data: { readonly data: unknown } };
const { state: firstState, backend: firstBackend } = engine();
const { tensorInfo: firstInfo } = firstState;
const { data: firstStorage } = firstBackend as unknown as Store;
const { data: firstData } = firstStorage;

/** Between two calls, with nothing open that a call has left, and with the data where they were. */
function isEngineAtRest(): boolean {
  const { state, backend, backendName } = engine();
  if (state !== firstState || state.tensorInfo !== firstInfo || backend !== firstBackend) return false;
  const { data } = backend as unknown as Store;
  if (data !== firstStorage || data.data !== firstData) return false;
  return backendName === "cpu" && state.gradientDepth === 0 && state.kernelDepth === 0 && !state.profiling;
}

function isRegistryAsItWas(index: number): boolean {
  const registry = registries[index] as (typeof registries)[number];
  if (kindOf.mapSize(registry.map) !== registry.keys.length) return false;
  for (let i = 0; i < registry.keys.length; i++) {
    if (mapGet(registry.map, registry.keys[i]) !== registry.values[i]) return false;
  }
  return true;
}

function areAccessorsAsTheyWere(): boolean {
  for (let i = 0; i < owners.length; i++) {
    const found = getOwnPropertyDescriptor(owners[i] as object, names[i] as PropertyKey);
    if (found === undefined || found.get !== getters[i] || found.set !== setters[i]) return false;
  }
  return true;
}
