import {
  charCodeAt,
  functionText,
  getOwnPropertyDescriptor,
  jsonStringify,
  NativeNumber,
  NativeString,
  numberParseFloat,
  numberParseInt,
  ownValue,
  reflectApply,
  stringSlice,
} from "../intrinsics/intrinsics.ts";
import { inspect } from "./inspect.ts";
import { includes, longestChain } from "./own-facts.ts";
import { integerText, numberText } from "./primitive-text.ts";
import { roomLeft } from "./printed.ts";
import { bareParent, proxyTarget } from "./proxy-targets.ts";

/** What `console.log` prints of its arguments: the first one's `%s %d %i %f %j %o %O %c` filled in, the others behind it. */
export function format(values: readonly unknown[]): string {
  const first = values[0];
  if (typeof first !== "string") return appendAll("", values, 0);
  // What is cut anyway is not searched.
  const pattern = stringSlice(first, 0, roomLeft());
  return values.length === 1 ? pattern : fill(pattern, values);
}

function fill(pattern: string, values: readonly unknown[]): string {
  let text = "";
  let from = 0;
  let used = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    if (charCodeAt(pattern, i) !== 37) continue;
    i += 1;
    const letter = pattern[i] as string;
    if (letter === "%") {
      text += stringSlice(pattern, from, i);
      from = i + 1;
    } else if (used + 1 < values.length && includes("sdifjoOc", letter)) {
      used += 1;
      text += stringSlice(pattern, from, i - 1) + fillOne(letter, values[used]);
      from = i + 1;
    }
  }
  return appendAll(text + stringSlice(pattern, from), values, used + 1);
}

function appendAll(text: string, values: readonly unknown[], from: number): string {
  let all = text;
  for (let i = from; i < values.length && all.length < roomLeft(); i++) {
    const value = values[i];
    all += `${i === 0 ? "" : " "}${typeof value === "string" ? stringSlice(value, 0, roomLeft()) : inspect(value)}`;
  }
  return all;
}

function fillOne(letter: string, value: unknown): string {
  switch (letter) {
    case "s":
      return asText(value);
    case "d":
      return typeof value === "bigint" ? integerText(value) : asNumber(value, NativeNumber);
    case "i":
      return typeof value === "bigint" ? integerText(value) : asNumber(value, numberParseInt);
    case "f":
      return asNumber(value, numberParseFloat);
    case "j":
      return asJson(value);
    case "o":
      return inspect(value, { depth: 4, showHidden: true });
    case "O":
      return inspect(value);
    default:
      return "";
  }
}

/** Asks an object what it is as a number, as `Number()` does. */
function asNumber(value: unknown, convert: (value: never) => number): string {
  try {
    return typeof value === "symbol" ? "NaN" : numberText(convert(value as never));
  } catch {
    return "NaN";
  }
}

/** Writes what is asked for in so many words: this runs getters and `toJSON`. */
function asJson(value: unknown): string {
  try {
    return NativeString(jsonStringify(value));
  } catch {
    return "[Circular]";
  }
}

function asText(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint") return integerText(value);
  if (typeof value === "function") return stringSlice(functionText(value), 0, roomLeft());
  if (typeof value !== "object" || value === null) return stringSlice(NativeString(value), 0, roomLeft());
  const own = proxyTarget(value) === undefined ? ownToText(value) : undefined;
  if (own === undefined) return inspect(value, { depth: 0 });
  const text = reflectApply(own, value, []);
  return typeof text === "string" ? stringSlice(text, 0, roomLeft()) : inspect(value, { depth: 0 });
}

type ToText = (this: unknown) => unknown;

/** A `toString` that the submission has written for its objects. */
function ownToText(value: object): ToText | undefined {
  let owner: object | null = value;
  for (let i = 0; owner !== null && i < longestChain; i++, owner = bareParent(owner)) {
    if (getOwnPropertyDescriptor(owner, "toString") === undefined) continue;
    const found = ownValue(owner, "toString");
    return typeof found === "function" && !includes(functionText(found), "[native code]")
      ? (found as ToText)
      : undefined;
  }
  return undefined;
}
