import {
  define,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  ownsProperty,
  ownValue,
  stringIndexOf,
  stringSlice,
} from "../intrinsics/intrinsics.ts";
import { isIndex } from "./primitive-text.ts";
import { bare, bareParent, proxyTarget } from "./proxy-targets.ts";

// Taken before a submission can replace it.
const { toStringTag } = Symbol;

/** Prototypes of an object that are looked at: nobody builds a chain of more. */
export const longestChain = 50;
/** Lists up to this length are asked for properties beside their items: of a longer one the names alone would take their time. */
const longestAsked = 1000;

/** Name of the class of an object; null for one without a prototype. */
export function classOf(value: object): string | null {
  if (getPrototypeOf(value) === null) return null;
  let owner: object | null = value;
  for (let i = 0; owner !== null && i < longestChain; i++) {
    const made = bare(ownValue(owner, "constructor"));
    if (typeof made === "function") {
      const name = ownValue(made, "name");
      const prototype = bare(ownValue(made, "prototype"));
      const isOf = typeof prototype === "object" && prototype !== null && inherits(value, prototype);
      const isFunction = typeof value === "function" && typeof prototype === "function";
      if (typeof name === "string" && name !== "" && (isOf || isFunction)) return stringSlice(name, 0, 200);
    }
    owner = bareParent(owner);
  }
  return "Object <Complex prototype>";
}

/** Whether an object inherits from another: `isPrototypeOf`, which runs no trap of a Proxy on the way. */
export function inherits(value: object, prototype: object): boolean {
  let owner = bareParent(value);
  for (let i = 0; owner !== null && i < longestChain; i++) {
    if (owner === prototype) return true;
    owner = bareParent(owner);
  }
  return false;
}

/** `Symbol.toStringTag` of an object, where it is plain text and no property that is shown anyway. */
export function tagOf(value: object, showHidden: boolean): string {
  let owner: object | null = value;
  for (let i = 0; owner !== null && i < longestChain; i++) {
    const property = getOwnPropertyDescriptor(owner, toStringTag);
    if (property !== undefined) {
      const tag = ownValue(owner, toStringTag);
      const isShown = owner === value && (showHidden || property.enumerable === true);
      return typeof tag === "string" && !isShown ? stringSlice(tag, 0, 200) : "";
    }
    owner = bareParent(owner);
  }
  return "";
}

/** Whether an object or what it inherits from has, or may have, a `Symbol.toStringTag`: a getter, or the trap of a Proxy. */
export function hasTag(value: object): boolean {
  let owner: object | null = value;
  for (let i = 0; owner !== null && i < longestChain; i++) {
    if (proxyTarget(owner) !== undefined || getOwnPropertyDescriptor(owner, toStringTag) !== undefined) return true;
    owner = getPrototypeOf(owner);
  }
  return owner !== null;
}

/** What stands before the brace of an object of a class, with a blank behind. @param size `"(3)"`, or nothing. */
export function prefix(name: string | null, tag: string, fallback: string, size = ""): string {
  if (name === null) {
    const other = tag !== "" && fallback !== tag ? `[${tag}] ` : "";
    return `[${fallback}${size}: null prototype] ${other}`;
  }
  if (tag === "" || tag === name) return `${name}${size} `;
  return `${name}${size} [${tag}] `;
}

/** Names of the own properties that are shown. */
export function keysOf(value: object, showHidden: boolean): PropertyKey[] {
  const all = ownKeys(value);
  const keys: PropertyKey[] = [];
  for (let i = 0; i < all.length; i++) {
    const key = all[i] as PropertyKey;
    if (showHidden || isEnumerable(value, key)) define(keys, keys.length, key);
  }
  return keys;
}

function isEnumerable(value: object, key: PropertyKey): boolean {
  const property = getOwnPropertyDescriptor(value, key);
  return property !== undefined && ownsProperty(property, "enumerable") && property.enumerable === true;
}

/** Names of the own properties of a list that are no items. */
export function keysBesideItems(value: object, length: number, showHidden: boolean): PropertyKey[] {
  const keys: PropertyKey[] = [];
  if (length > longestAsked) return keys;
  const all = showHidden ? ownKeys(value) : keysOf(value, false);
  for (let i = 0; i < all.length; i++) {
    const key = all[i] as PropertyKey;
    if (typeof key === "symbol" || !isIndex(key as string)) define(keys, keys.length, key);
  }
  return keys;
}

/** Whether a value is of the kind that a method of a built-in asks for. */
export function holds(ask: (value: unknown) => unknown, value: unknown): boolean {
  try {
    ask(value);
    return true;
  } catch {
    return false;
  }
}

/** A data property of an object or of what it inherits from; a getter is not run. */
export function inheritedValue(value: object, key: PropertyKey): unknown {
  let owner: object | null = value;
  for (let i = 0; owner !== null && i < longestChain; i++) {
    if (getOwnPropertyDescriptor(owner, key) !== undefined) return ownValue(owner, key);
    owner = bareParent(owner);
  }
  return undefined;
}

/** Whether a text holds another. */
export const includes = (text: string, part: string): boolean => stringIndexOf(text, part) !== -1;

/** The keys of an object but for one. */
export function without(keys: readonly PropertyKey[], key: PropertyKey): PropertyKey[] {
  const kept: PropertyKey[] = [];
  for (let i = 0; i < keys.length; i++) if (keys[i] !== key) define(kept, kept.length, keys[i]);
  return kept;
}
