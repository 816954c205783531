import {
  define,
  errorPrototype,
  functionText,
  isoDate,
  kindOf,
  NativeUint8Array,
  objectText,
  ownValue,
  promisePrototype,
  regexpFlags,
  sameNumber,
  startsWith,
  stringSlice,
} from "../intrinsics/intrinsics.ts";
import { errorText } from "./error-text.ts";
import type { Described, Look } from "./look.ts";
import { hasTag, holds, inherits, keysOf, prefix, without } from "./own-facts.ts";
import { isIndex, primitiveText, smallHexadecimal } from "./primitive-text.ts";
import { bareParent } from "./proxy-targets.ts";

const key = {};

/** What kind of object it is, of those that are no lists. */
export function describeOther(look: Look, value: object, name: string | null, tag: string): Described | string {
  const keys = keysOf(value, look.showHidden);
  if (typeof value === "function") return withBase(functionBase(value, name, tag), keys);
  if (name === "Object" && tag === "") {
    const isArguments = !hasTag(value) && objectText(value) === "[object Arguments]";
    return withEntries(isArguments ? "[Arguments] " : "", keys);
  }
  if (inherits(value, errorPrototype)) return describeError(look, value, name, keys);
  if (inherits(value, promisePrototype)) {
    return withEntries(prefix(name, tag, "Promise"), keys, () => ["<not awaited>"]);
  }
  return describeBuiltIn(look, value, name, tag, keys) ?? withEntries(prefix(name, tag, "Object"), keys);
}

function describeBuiltIn(
  look: Look,
  value: object,
  name: string | null,
  tag: string,
  keys: readonly PropertyKey[],
): Described | string | undefined {
  if (holds(kindOf.time, value)) return withBase(named(dateText(value), name, "Date"), keys);
  if (holds(kindOf.source, value) && holds(regexpFlags[0].isSet, value))
    return withBase(named(regexpText(value), name, "RegExp"), keys);
  if (holds(kindOf.bufferLength, value)) return describeBuffer(look, value, prefix(name, tag, "ArrayBuffer"), keys);
  if (holds(kindOf.viewLength, value)) return describeView(look, value, prefix(name, tag, "DataView"), keys);
  if (holds((other) => kindOf.inWeakMap(other, key), value)) {
    return withEntries(prefix(name, tag, "WeakMap"), keys, () => ["<items unknown>"]);
  }
  if (holds((other) => kindOf.inWeakSet(other, key), value)) {
    return withEntries(prefix(name, tag, "WeakSet"), keys, () => ["<items unknown>"]);
  }
  return describeBoxed(value, name, keys);
}

const nothing = (): string[] => [];

function withEntries(
  front: string,
  keys: readonly PropertyKey[],
  entries?: (depth: number) => string[],
): Described | string {
  if (entries === undefined && keys.length === 0) return `${front}{}`;
  return { base: "", open: `${front}{`, close: "}", keys, entries: entries ?? nothing };
}

function withBase(base: string, keys: readonly PropertyKey[]): Described | string {
  return keys.length === 0 ? base : { base, open: "{", close: "}", keys, entries: nothing };
}

const named = (text: string, name: string | null, usual: string): string =>
  name === usual ? text : `${prefix(name, "", usual)}${text}`;

function functionBase(value: object, name: string | null, tag: string): string {
  const source = functionText(value);
  const own = ownValue(value, "name");
  const called = typeof own === "string" ? stringSlice(own, 0, 200) : "";
  if (startsWith(source, "class")) return classBase(value, called, name, tag);
  let type = name !== null && isFunctionKind(name) ? name : "Function";
  if (name === null) type = "Function (null prototype)";
  const base = `[${type}${called === "" ? " (anonymous)" : `: ${called}`}]`;
  const kind = name === null || name === type ? "" : ` ${name}`;
  return `${base}${kind}${tag === "" || tag === name ? "" : ` [${tag}]`}`;
}

const isFunctionKind = (name: string): boolean =>
  name === "AsyncFunction" || name === "GeneratorFunction" || name === "AsyncGeneratorFunction";

function classBase(value: object, called: string, name: string | null, tag: string): string {
  const parent = bareParent(value);
  const parentName = parent === null ? undefined : ownValue(parent, "name");
  const kind = name === "Function" || name === null ? "" : ` [${name}]`;
  const tagged = tag === "" || tag === name ? "" : ` [${tag}]`;
  const base = `class ${called === "" ? "(anonymous)" : called}${kind}${tagged}`;
  if (name === null) return `[${base} extends [null prototype]]`;
  return typeof parentName === "string" && parentName !== "" ? `[${base} extends ${parentName}]` : `[${base}]`;
}

function describeError(
  look: Look,
  value: object,
  name: string | null,
  keys: readonly PropertyKey[],
): Described | string {
  const { text, hidden } = errorText(value, name, look.indentation);
  let shown: PropertyKey[] = without(keys, "stack");
  for (let i = 0; i < hidden.length && !look.showHidden; i++) shown = without(shown, hidden[i] as string);
  const extra = ["cause", "errors"] as const;
  for (let i = 0; i < extra.length; i++) {
    const more = extra[i] as string;
    if (ownValue(value, more) === undefined) continue;
    shown = without(shown, more);
    define(shown, shown.length, more);
  }
  return withBase(text, shown);
}

const dateText = (value: object): string => {
  const time = kindOf.time(value);
  return sameNumber(time, NaN) ? "Invalid Date" : isoDate(value);
};

function regexpText(value: object): string {
  let flags = "";
  for (let i = 0; i < regexpFlags.length; i++) {
    const flag = regexpFlags[i] as (typeof regexpFlags)[number];
    if (flag.isSet(value) === true) flags += flag.letter;
  }
  return `/${kindOf.source(value)}/${flags}`;
}

function describeBuffer(look: Look, value: object, front: string, keys: readonly PropertyKey[]): Described | string {
  return withEntries(front, keys, () => bufferEntries(look, value));
}

function bufferEntries(look: Look, value: unknown): string[] {
  const length = kindOf.bufferLength(value);
  const shown = length < look.listLength ? length : look.listLength;
  const bytes = new NativeUint8Array(value as ArrayBuffer, 0, shown);
  let text = "";
  for (let i = 0; i < shown; i++) text += `${i === 0 ? "" : " "}${smallHexadecimal(bytes[i] as number, 2)}`;
  const rest = length > shown ? ` ... ${length - shown} more byte${length - shown > 1 ? "s" : ""}` : "";
  return [`[Uint8Contents]: <${text}${rest}>`, `[byteLength]: ${length}`];
}

function describeView(look: Look, value: object, front: string, keys: readonly PropertyKey[]): Described | string {
  const buffer = (): string => {
    const entries = bufferEntries(look, kindOf.viewBuffer(value));
    return `[buffer]: ArrayBuffer { ${entries[0]}, ${entries[1]} }`;
  };
  return withEntries(front, keys, () => [
    `[byteLength]: ${kindOf.viewLength(value)}`,
    `[byteOffset]: ${kindOf.viewOffset(value)}`,
    buffer(),
  ]);
}

const boxes = [
  { type: "Number", unbox: kindOf.number },
  { type: "String", unbox: kindOf.string },
  { type: "Boolean", unbox: kindOf.boolean },
  { type: "BigInt", unbox: kindOf.bigint },
  { type: "Symbol", unbox: kindOf.symbol },
] as const;

function describeBoxed(
  value: object,
  name: string | null,
  keys: readonly PropertyKey[],
): Described | string | undefined {
  for (let i = 0; i < boxes.length; i++) {
    const { type, unbox } = boxes[i] as (typeof boxes)[number];
    if (!holds(unbox, value)) continue;
    const kind = name === type ? "" : name === null ? " (null prototype)" : ` (${name})`;
    const held = unbox(value);
    return withBase(`[${type}${kind}: ${primitiveText(held)}]`, type === "String" ? beside(keys) : keys);
  }
  return undefined;
}

/** Without the characters of a boxed string. */
function beside(keys: readonly PropertyKey[]): PropertyKey[] {
  const others: PropertyKey[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (typeof keys[i] === "symbol" || !isIndex(keys[i] as string)) define(others, others.length, keys[i]);
  }
  return others;
}
