import {
  define,
  getOwnPropertyDescriptor,
  isArray,
  kindOf,
  mapSteps,
  NativeNumber,
  nextOfMap,
  nextOfSet,
  objectKeys,
  ownValue,
  setSteps,
  stringSlice,
  typedArrayLength,
  typedArrayName,
} from "../intrinsics/intrinsics.ts";
import { describeOther } from "./describe-other.ts";
import type { Described, Look } from "./look.ts";
import { classOf, holds, keysBesideItems, keysOf, prefix, tagOf } from "./own-facts.ts";
import { integerText, isIndex, numberText } from "./primitive-text.ts";

/** What kind of object it is: the whole text where there is nothing to look into, or where that would be too deep. */
export function describeObject(look: Look, value: object, depth: number): Described | string {
  const name = classOf(value);
  const tag = tagOf(value, look.showHidden);
  const described = describeList(look, value, name, tag) ?? describeOther(look, value, name, tag);
  if (typeof described === "string" || depth <= look.depth) return described;
  const short = prefix(name, tag, isArray(value) ? "Array" : "Object");
  const text = stringSlice(short, 0, -1);
  return name === null ? text : `[${text}]`;
}

function describeList(look: Look, value: object, name: string | null, tag: string): Described | string | undefined {
  if (isArray(value)) return describeArray(look, value, name, tag);
  const kind = typedArrayName(value);
  if (kind !== undefined) return describeTypedArray(look, value, kind, name);
  if (holds(kindOf.setSize, value)) return describeSet(look, value, name, tag);
  return holds(kindOf.mapSize, value) ? describeMap(look, value, name, tag) : undefined;
}

function describeArray(look: Look, value: readonly unknown[], name: string | null, tag: string): Described | string {
  const { length } = value;
  const front = name === "Array" && tag === "" ? "" : prefix(name, tag, "Array", `(${length})`);
  const keys = keysBesideItems(value, length, look.showHidden);
  if (length === 0 && keys.length === 0) return `${front}[]`;
  const shown = length < look.listLength ? length : look.listLength;
  let isNumeric = true;
  for (let i = 0; i < length && isNumeric && i <= shown; i++) {
    const item = ownValue(value, i);
    isNumeric = typeof item === "number" || typeof item === "bigint";
  }
  const entries = (depth: number): string[] => {
    const items: string[] = [];
    for (let i = 0; i < shown && look.left > 0; i++) {
      if (getOwnPropertyDescriptor(value, i) === undefined)
        return sparseItems(look, value, { items, shown, from: i, depth });
      define(items, items.length, look.describe.property(look, value, i, depth, true));
    }
    return withRest(items, length - shown);
  };
  const list = { hasRest: length > shown, isNumeric: isNumeric && keys.length === 0 };
  return { base: "", open: `${front}[`, close: "]", keys, entries, list };
}

type Sparse = { readonly items: string[]; readonly shown: number; readonly from: number; readonly depth: number };

/** The rest of a list with holes, which are counted. */
function sparseItems(look: Look, value: readonly unknown[], { items, shown, from, depth }: Sparse): string[] {
  const keys = objectKeys(value);
  let index = from;
  for (let i = from; i < keys.length && items.length < shown && isIndex(keys[i] as string); i++) {
    const at = NativeNumber(keys[i]);
    if (at > index) define(items, items.length, emptyItems(at - index));
    index = at;
    if (items.length === shown) break;
    define(items, items.length, look.describe.property(look, value, at, depth, true));
    index += 1;
  }
  const left = value.length - index;
  if (items.length === shown) return withRest(items, left);
  if (left > 0) define(items, items.length, emptyItems(left));
  return items;
}

const emptyItems = (count: number): string => `<${count} empty item${count > 1 ? "s" : ""}>`;

function withRest(items: string[], left: number): string[] {
  if (left > 0) define(items, items.length, `... ${left} more item${left > 1 ? "s" : ""}`);
  return items;
}

function describeTypedArray(look: Look, value: object, kind: string, name: string | null): Described | string {
  const length = typedArrayLength(value);
  const front = prefix(name, kind, kind, `(${length})`);
  const keys = keysBesideItems(value, length, look.showHidden);
  if (length === 0 && keys.length === 0) return `${front}[]`;
  const shown = length < look.listLength ? length : look.listLength;
  const entries = (): string[] => {
    const items: string[] = [];
    for (let i = 0; i < shown && look.left > 0; i++) {
      const item = (value as ArrayLike<number | bigint>)[i] as number | bigint;
      const text = typeof item === "bigint" ? integerText(item) : numberText(item);
      look.left -= text.length;
      define(items, i, text);
    }
    return withRest(items, length - shown);
  };
  return { base: "", open: `${front}[`, close: "]", keys, entries, list: { hasRest: length > shown, isNumeric: true } };
}

function describeSet(look: Look, value: object, name: string | null, tag: string): Described | string {
  const size = kindOf.setSize(value);
  const keys = keysOf(value, look.showHidden);
  const front = prefix(name, tag, "Set", `(${size})`);
  if (size === 0 && keys.length === 0) return `${front}{}`;
  const entries = (depth: number): string[] => {
    const steps = setSteps(value);
    return eachOf(look, size, () => look.describe.value(look, nextOfSet(steps).value, depth));
  };
  return { base: "", open: `${front}{`, close: "}", keys, entries };
}

function describeMap(look: Look, value: object, name: string | null, tag: string): Described | string {
  const size = kindOf.mapSize(value);
  const keys = keysOf(value, look.showHidden);
  const front = prefix(name, tag, "Map", `(${size})`);
  if (size === 0 && keys.length === 0) return `${front}{}`;
  const entries = (depth: number): string[] => {
    const steps = mapSteps(value);
    return eachOf(look, size, () => {
      const pair = nextOfMap(steps).value as readonly [unknown, unknown];
      return `${look.describe.value(look, pair[0], depth)} => ${look.describe.value(look, pair[1], depth)}`;
    });
  };
  return { base: "", open: `${front}{`, close: "}", keys, entries };
}

function eachOf(look: Look, size: number, next: () => string): string[] {
  const items: string[] = [];
  const shown = size < look.listLength ? size : look.listLength;
  look.indentation += 2;
  for (let i = 0; i < shown && look.left > 0; i++) define(items, i, next());
  look.indentation -= 2;
  return withRest(items, size - shown);
}
