import {
  define,
  getOwnPropertyDescriptor,
  NativeString,
  ownsProperty,
  stringIndexOf,
  stringRepeat,
  stringSlice,
  symbolText,
} from "../intrinsics/intrinsics.ts";
import { describeObject } from "./describe-object.ts";
import { layOut } from "./lay-out.ts";
import { circularMark, circularNumber, type Described, type Look, type LookOptions, startLook } from "./look.ts";
import { escapeText, isPlainKey, primitiveText, quote } from "./primitive-text.ts";
import { replaceAll, roomLeft } from "./printed.ts";
import { proxyTarget } from "./proxy-targets.ts";
import { tensorText } from "./tensor-text.ts";

/** Characters of a string inside an object that are shown. */
const longestString = 10_000;
const shortestFolded = 16;

/** A value in words, as Node's `util.inspect` has it; a tensor as TensorFlow.js prints it. Runs no getter and no trap. */
export function inspect(value: unknown, options: LookOptions = {}): string {
  // Some room more: what is cut shall be cut where the record ends, not before.
  return describeValue(
    startLook(options, roomLeft() + 200, { value: describeValue, property: describeProperty }),
    value,
    0,
  );
}

/** @param depth Of the object that holds it; 0 for what was printed itself. */
function describeValue(look: Look, value: unknown, depth: number): string {
  if (look.left <= 0) return "...";
  if ((typeof value !== "object" && typeof value !== "function") || value === null) {
    const text = typeof value === "string" ? describeString(look, value) : primitiveText(value);
    look.left -= text.length;
    return text;
  }
  let seen: object = value;
  let proxies = 0;
  for (let target = proxyTarget(seen); target !== undefined; target = proxyTarget(seen)) {
    seen = target;
    proxies += 1;
  }
  const text = describeBare(look, seen, depth);
  return stringRepeat("Proxy(", proxies) + text + stringRepeat(")", proxies);
}

function describeBare(look: Look, value: object, depth: number): string {
  const tensor = tensorText(value);
  if (tensor !== undefined) {
    look.left -= tensor.length;
    return replaceAll(tensor, "\n", `\n${stringRepeat(" ", look.indentation)}`);
  }
  const circular = circularMark(look, value);
  if (circular !== undefined) return circular;
  const described = describeObject(look, value, depth);
  if (typeof described === "string") {
    look.left -= described.length;
    return described;
  }
  return enter(look, value, described, depth + 1);
}

function enter(look: Look, value: object, described: Described, depth: number): string {
  const { keys, list } = described;
  look.left -= described.open.length + described.base.length;
  look.around = { value, outer: look.around };
  look.currentDepth = depth;
  const entries = described.entries(depth);
  for (let i = 0; i < keys.length && look.left > 0; i++) {
    define(entries, entries.length, describeProperty(look, value, keys[i] as PropertyKey, depth));
  }
  look.around = look.around.outer;
  const number = circularNumber(look, value);
  const mark = number === 0 ? "" : `<ref *${number}>`;
  const base = mark === "" || described.base === "" ? mark + described.base : `${mark} ${described.base}`;
  const { open, close } = described;
  return layOut(look, { base, open, close, entries, ...(list === undefined ? {} : { list }) }, depth);
}

/** `key: value`, or for an item of a list the value alone. A getter is named, and not run. */
function describeProperty(look: Look, owner: object, key: PropertyKey, depth: number, isItem = false): string {
  const property = getOwnPropertyDescriptor(owner, key);
  const text = describeHeld(look, property, depth);
  if (isItem) return text;
  const name = describeKey(key);
  look.left -= name.length;
  const isHidden = property !== undefined && ownsProperty(property, "enumerable") && !property.enumerable;
  return `${isHidden ? `[${name}]` : name}: ${text}`;
}

function describeHeld(look: Look, property: PropertyDescriptor | undefined, depth: number): string {
  if (property === undefined) return "undefined";
  if (ownsProperty(property, "value")) {
    look.indentation += 2;
    const text = describeValue(look, property.value, depth);
    look.indentation -= 2;
    return text;
  }
  if (property.get === undefined) return property.set === undefined ? "undefined" : "[Setter]";
  return property.set === undefined ? "[Getter]" : "[Getter/Setter]";
}

function describeKey(key: PropertyKey): string {
  if (typeof key === "symbol") return escapeText(symbolText(key), "");
  const name = NativeString(key);
  if (name === "__proto__") return "['__proto__']";
  return isPlainKey(name) ? name : quote(name);
}

/** In quotes; a long one is folded at its line breaks. */
function describeString(look: Look, value: string): string {
  const text = stringSlice(value, 0, longestString);
  const rest = value.length - text.length;
  const trailer = rest > 0 ? `... ${rest} more character${rest > 1 ? "s" : ""}` : "";
  const isLong = text.length > shortestFolded && text.length > look.breakLength - look.indentation - 4;
  if (!isLong) return quote(text) + trailer;
  const separator = ` +\n${stringRepeat(" ", look.indentation + 2)}`;
  let folded = "";
  let from = 0;
  for (let at = stringIndexOf(text, "\n"); at !== -1 && at < text.length - 1; at = stringIndexOf(text, "\n", from)) {
    folded += quote(stringSlice(text, from, at + 1)) + separator;
    from = at + 1;
  }
  return folded + quote(stringSlice(text, from)) + trailer;
}
