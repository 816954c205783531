import type { ArrayValue, Value } from "../../assignments/values/value.ts";
import { type CourseArray, type CourseValue, isCourseArray, isList } from "./course-fixture.ts";

/** `|actual - expected| <= atol + rtol * |expected|` */
export type Tolerance = { readonly rtol: number; readonly atol: number };

/**
 * Where a value departs from what the course publishes: another shape, missing or extra keys or items, or a number out
 * of tolerance. -0 equals 0; a scalar tensor is a number.
 * @returns One line per place; none where they agree.
 */
export function disagreements(actual: Value, expected: CourseValue, tolerance: Tolerance, path: string): string[] {
  if (typeof expected === "number") return scalarDisagreements(actual, expected, tolerance, path);
  if (typeof expected === "boolean") {
    if (actual.kind !== "boolean") return [`${path}: ${actual.kind}, not a boolean`];
    return actual.value === expected ? [] : [`${path}: ${actual.value}, not ${expected}`];
  }
  if (isCourseArray(expected)) {
    if (actual.kind !== "tensor" && actual.kind !== "array") return [`${path}: ${actual.kind}, not a tensor`];
    if (`${actual.shape}` !== `${expected.shape}`) {
      return [`${path}: shape [${actual.shape.join(", ")}], not [${expected.shape.join(", ")}]`];
    }
    return numberDisagreements(actual.data, expected, tolerance, path);
  }
  const wanted: [string, CourseValue][] = isList(expected)
    ? expected.map((item, i) => [String(i), item])
    : Object.entries(expected);
  const found = childrenOf(actual);
  if (found.size !== wanted.length) return [`${path}: ${found.size} entries, not ${wanted.length}`];
  return wanted.flatMap(([key, item]) => {
    const child = found.get(key);
    return child === undefined ? [`${path}.${key}: missing`] : disagreements(child, item, tolerance, `${path}.${key}`);
  });
}

function scalarDisagreements(actual: Value, expected: number, tolerance: Tolerance, path: string): string[] {
  const scalar = { shape: [], data: [expected] };
  if (actual.kind === "number") return numberDisagreements([actual.value], scalar, tolerance, path);
  if (actual.kind === "tensor" && actual.shape.length === 0) {
    return numberDisagreements(actual.data, scalar, tolerance, path);
  }
  return [`${path}: ${actual.kind}, not a number`];
}

function numberDisagreements(actual: ArrayLike<number>, expected: CourseArray, tolerance: Tolerance, path: string) {
  return expected.data.flatMap((number, i) => {
    const off = Math.abs((actual[i] ?? Number.NaN) - number);
    const place = expected.shape.length === 0 ? path : `${path}[${i}]`;
    return off <= tolerance.atol + tolerance.rtol * Math.abs(number) ? [] : [`${place}: off by ${off}`];
  });
}

function childrenOf(value: Value): ReadonlyMap<string, Value> {
  if (value.kind === "record") return new Map(value.entries);
  if (value.kind === "list") return new Map(value.items.map((item, i) => [String(i), item]));
  if (value.kind === "array") return new Map(itemsOf(value).map((item, i) => [String(i), item]));
  return new Map();
}

/** The items of the outermost dimension. */
function itemsOf({ shape: [length = 0, ...shape], data }: ArrayValue): Value[] {
  if (shape.length === 0) return Array.from(data, (value) => ({ kind: "number", value }));
  const size = shape.reduce((product, extent) => product * extent, 1);
  return Array.from({ length }, (_, i) => ({ kind: "array", shape, data: data.slice(i * size, (i + 1) * size) }));
}
