import type { ArrayValue, Dtype, TensorValue, Value } from "./value.ts";
import { dtypes, optimizerNames } from "./value-format.ts";

// Values as JSON that a person can read and that gives the same bits back: plain numbers, texts, lists and dictionaries as they are, and what
// JSON has no word for as an object whose first key begins with "$".

/** JSON. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value as JSON. NaNs lose their payload. */
export function valueToJson(value: Value): Json {
  switch (value.kind) {
    case "undefined":
      return { $undefined: true };
    case "number": {
      const json = numberToJson(value.value);
      return typeof json === "number" ? json : { $number: json };
    }
    case "boolean":
    case "string":
      return value.value;
    case "rng":
      return { $rng: value.seed };
    case "optimizer":
      return {
        $optimizer: value.name,
        learningRate: numberToJson(value.learningRate),
        ...(value.stepsBefore === undefined ? {} : { stepsBefore: value.stepsBefore }),
      };
    case "tensor":
      return tensorToJson(value);
    case "array":
      return { $array: [...value.shape], values: nest(Array.from(value.data, numberToJson), value.shape) };
    case "list":
      return value.items.map(valueToJson);
    case "record":
      return recordToJson(value.entries.map(([key, member]) => [key, valueToJson(member)]));
    default:
      return value satisfies never;
  }
}

function tensorToJson({ dtype, shape, data, variable }: TensorValue): Json {
  const write = dtype === "float32" ? float32ToJson : numberToJson;
  const facts = { $tensor: dtype, shape: [...shape], ...(variable && { variable }) };
  const [first = 0] = data;
  if (data.length > 1 && data.every((one) => Object.is(one, first))) return { ...facts, fill: write(first) };
  return { ...facts, values: nest(Array.from<number, Json>(data, write), shape) };
}

/** What JSON objects cannot hold keeps its keys in a list: keys twice, those that would be put in another order, and ours. */
function recordToJson(entries: readonly (readonly [string, Json])[]): Json {
  const keys = entries.map(([key]) => key);
  const isPlain = new Set(keys).size === keys.length && !keys.some((key) => /^(\d+$|\$)/.test(key));
  return isPlain ? Object.fromEntries(entries) : { $record: entries };
}

const numberToJson = (value: number): number | string =>
  Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : String(value);

/** The shortest decimal that is this float32 again. */
function float32ToJson(value: number): number | string {
  if (!Number.isFinite(value) || value === 0) return numberToJson(value);
  for (let digits = 1; ; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
}

/** A flat list as nested ones. */
function nest(values: readonly Json[], shape: readonly number[]): Json {
  const [extent = 0, ...inner] = shape;
  if (shape.length === 0) return values[0] ?? null;
  if (inner.length === 0) return values;
  const size = sizeOf(inner);
  return Array.from({ length: extent }, (_, i) => nest(values.slice(i * size, (i + 1) * size), inner));
}

/**
 * Reads a value back.
 * @throws {RangeError} where the JSON is none, with what was found.
 */
export function valueFromJson(json: unknown): Value {
  if (typeof json === "number") return { kind: "number", value: json };
  if (typeof json === "boolean") return { kind: "boolean", value: json };
  if (typeof json === "string") return { kind: "string", value: json };
  if (Array.isArray(json)) return { kind: "list", items: json.map(valueFromJson) };
  if (typeof json !== "object" || json === null) throw noValue(json);
  const [special] = Object.keys(json);
  const object = json as Readonly<Record<string, unknown>>;
  switch (special) {
    case "$undefined":
      return { kind: "undefined" };
    case "$number":
      return { kind: "number", value: numberFromJson(object["$number"]) };
    case "$rng":
      return { kind: "rng", seed: numberFromJson(object["$rng"]) };
    case "$optimizer":
      return optimizerFromJson(object);
    case "$tensor":
      return tensorFromJson(object);
    case "$array":
      return arrayFromJson(object);
    case "$record":
      return { kind: "record", entries: entriesFromJson(object["$record"]) };
    default:
      return { kind: "record", entries: entriesFromJson(Object.entries(object)) };
  }
}

function entriesFromJson(entries: unknown): (readonly [string, Value])[] {
  if (!Array.isArray(entries)) throw noValue(entries);
  return entries.map((entry) => {
    const [key, member] = Array.isArray(entry) ? entry : [];
    if (typeof key !== "string") throw noValue(entry);
    return [key, valueFromJson(member)];
  });
}

function optimizerFromJson({ $optimizer, learningRate, stepsBefore }: Readonly<Record<string, unknown>>): Value {
  const name = optimizerNames.find((one) => one === $optimizer);
  if (name === undefined) throw noValue($optimizer);
  const fresh = { kind: "optimizer", name, learningRate: numberFromJson(learningRate) } as const;
  return stepsBefore === undefined ? fresh : { ...fresh, stepsBefore: numberFromJson(stepsBefore) };
}

function tensorFromJson({ $tensor, shape, values, fill, variable }: Readonly<Record<string, unknown>>): TensorValue {
  const dtype = dtypes.find((one) => one === $tensor);
  if (dtype === undefined) throw noValue($tensor);
  const extents = shapeFromJson(shape);
  const flat = fill === undefined ? flatten(values, extents) : Array(sizeOf(extents)).fill(numberFromJson(fill));
  return { kind: "tensor", dtype, shape: extents, data: typed(dtype, flat), variable: !!variable };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);

function typed(dtype: Dtype, values: readonly number[]): TensorValue["data"] {
  if (dtype === "float32") return Float32Array.from(values);
  return dtype === "int32" ? Int32Array.from(values) : Uint8Array.from(values);
}

function arrayFromJson({ $array, values }: Readonly<Record<string, unknown>>): ArrayValue {
  const shape = shapeFromJson($array);
  return { kind: "array", shape, data: Float64Array.from(flatten(values, shape)) };
}

function shapeFromJson(shape: unknown): number[] {
  const isShape = Array.isArray(shape) && shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0);
  if (!isShape) throw noValue(shape);
  return shape;
}

function flatten(values: unknown, shape: readonly number[]): number[] {
  const flat = Array.isArray(values) ? values.flat(Number.POSITIVE_INFINITY) : [values];
  if (flat.length !== sizeOf(shape)) {
    throw new RangeError(`Cannot read a value: ${flat.length} numbers for the shape [${shape.join(", ")}]`);
  }
  return flat.map(numberFromJson);
}

function numberFromJson(json: unknown): number {
  if (typeof json === "number") return json;
  if (typeof json === "string" && ["NaN", "Infinity", "-Infinity", "-0"].includes(json)) return Number(json);
  throw noValue(json);
}

const noValue = (found: unknown): RangeError =>
  new RangeError(`Cannot read a value: found ${(JSON.stringify(found) ?? "nothing").slice(0, 80)}`);
