import {
  getOwnPropertyDescriptor,
  isArray,
  isInteger,
  NativeString,
  objectKeys,
  ownsProperty,
  stringSlice,
  typedArrayName,
  weakMapGet,
} from "./intrinsics.ts";
import { tensorStore } from "./tensor-store.ts";

let printed = "";
let limit = 0;

/** Empties the record of what was printed. @param limitCharacters How much of the next case's output is kept. */
export function resetConsole(limitCharacters: number): void {
  printed = "";
  limit = limitCharacters;
}

/** What was printed since the last reset. */
export function printedText(): string {
  return printed;
}

/** `console.log` and its siblings. Never throws and never runs a getter. */
export function print(...values: unknown[]): void {
  for (let i = 0; i < values.length && printed.length < limit; i++) {
    let text: string;
    try {
      text = describe(values[i], 0);
    } catch {
      text = "[unprintable]";
    }
    printed = stringSlice(`${printed}${i > 0 ? " " : ""}${text}`, 0, limit);
  }
  printed = stringSlice(`${printed}\n`, 0, limit);
}

/** Items of a list, keys of an object and elements of a tensor that are printed. */
const shown = 12;

function describe(value: unknown, depth: number): string {
  switch (typeof value) {
    case "string":
      return depth === 0 ? stringSlice(value, 0, limit) : `"${stringSlice(value, 0, 200)}"`;
    case "number":
      return value === 0 && 1 / value < 0 ? "-0" : NativeString(value);
    case "bigint":
      return "[bigint]";
    case "function":
      return "[function]";
    case "object":
      return value === null ? "null" : describeObject(value, depth);
    default:
      return NativeString(value);
  }
}

function describeObject(value: object, depth: number): string {
  const dataId = own(value, "dataId");
  const stored = typeof dataId === "object" && dataId !== null ? weakMapGet(tensorStore, dataId) : undefined;
  if (stored !== undefined) {
    const { dtype, values } = stored as { dtype: string; values: unknown };
    return `Tensor ${describe(own(value, "shape"), 1)} ${dtype} ${describe(values, 1)}`;
  }
  if (depth > 2) return isArray(value) ? "[…]" : "{…}";
  if (isArray(value) || typedArrayName(value) !== undefined) return describeItems(value, depth);
  let text = "";
  const names = objectKeys(value);
  for (let i = 0; i < names.length && i < shown; i++) {
    const name = names[i] as string;
    text += `${i > 0 ? ", " : ""}${stringSlice(name, 0, 100)}: ${describe(own(value, name), depth + 1)}`;
  }
  return `{ ${text}${names.length > shown ? ", …" : ""} }`;
}

function describeItems(value: object, depth: number): string {
  const length = typedArrayName(value) === undefined ? own(value, "length") : shown + 1;
  let text = "";
  for (let i = 0; isInteger(length) && i < (length as number) && i < shown; i++) {
    const item = own(value, NativeString(i));
    if (item === undefined && typedArrayName(value) !== undefined) return `[${text}]`;
    text += `${i > 0 ? ", " : ""}${describe(item, depth + 1)}`;
  }
  return `[${text}${(length as number) > shown ? ", …" : ""}]`;
}

/** The value of an own data property; a getter is not run. */
function own(value: object, key: string): unknown {
  const property = getOwnPropertyDescriptor(value, key);
  if (property === undefined) return undefined;
  return ownsProperty(property, "value") ? property.value : "[getter]";
}
