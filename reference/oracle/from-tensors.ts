import * as tf from "@tensorflow/tfjs";
import type { ArrayValue, Dtype, TensorValue, Value } from "../../assignments/values/value.ts";

/**
 * Reads what a function of the contract was given or has returned into a plain value: tensors are copied from the
 * backend, rectangular nested arrays of numbers become one array, as typed arrays of float32, float64 and int32 are, keys whose value is `undefined` are left out.
 * @param path Where the value stands, for errors: `"result.parameters"`.
 * @throws TypeError for anything a contract does not know: null, functions, class instances, disposed tensors,
 * complex or string tensors.
 */
export function fromTensors(value: unknown, path: string): Value {
  switch (typeof value) {
    case "undefined":
      return { kind: "undefined" };
    case "number":
      return { kind: "number", value };
    case "boolean":
      return { kind: "boolean", value };
    case "string":
      return { kind: "string", value };
    default:
  }
  if (value instanceof tf.Tensor) return fromTensor(value, path);
  if (isNumbers(value)) return fromTensors([...value], path);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => fromTensors(item, `${path}[${i}]`));
    return stack(items) ?? { kind: "list", items };
  }
  if (isDictionary(value)) {
    const present = Object.entries(value).filter(([, item]) => item !== undefined);
    return { kind: "record", entries: present.map(([key, item]) => [key, fromTensors(item, `${path}.${key}`)]) };
  }
  throw new TypeError(
    `Cannot read ${path}: it is ${describe(value)}, must be made of tensors, numbers and dictionaries`,
  );
}

/** What `dataSync` gives of tensors of numbers counts as a list of numbers. */
const isNumbers = (value: unknown): value is Float32Array | Float64Array | Int32Array =>
  value instanceof Float32Array || value instanceof Float64Array || value instanceof Int32Array;

function fromTensor(tensor: tf.Tensor, path: string): TensorValue {
  if (tensor.isDisposed) throw new TypeError(`Cannot read ${path}: the tensor is disposed`);
  const { dtype, shape } = tensor;
  if (dtype !== "float32" && dtype !== "int32" && dtype !== "bool") {
    throw new TypeError(`Cannot read ${path}: its dtype is ${dtype}, must be float32, int32 or bool`);
  }
  return {
    kind: "tensor",
    dtype,
    shape: [...shape],
    data: elements(tensor.dataSync(), dtype),
    variable: tensor instanceof tf.Variable && tensor.trainable,
  };
}

/** A copy in the array of the dtype: a cast without loss shares its data with the tensor that it came from. */
function elements(values: ArrayLike<number>, dtype: Dtype): TensorValue["data"] {
  if (dtype === "float32") return Float32Array.from(values);
  return dtype === "int32" ? Int32Array.from(values) : Uint8Array.from(values);
}

/** Numbers, or arrays of one shape, as one array; undefined where the items are anything else. */
function stack(items: readonly Value[]): ArrayValue | undefined {
  if (items.length === 0) return undefined;
  const parts: ArrayValue[] = [];
  for (const item of items) {
    if (item.kind === "number") parts.push({ kind: "array", shape: [], data: Float64Array.of(item.value) });
    else if (item.kind === "array") parts.push(item);
    else return undefined;
  }
  const inner = parts[0]?.shape ?? [];
  if (parts.some(({ shape }) => shape.length !== inner.length || shape.some((extent, i) => extent !== inner[i]))) {
    return undefined;
  }
  const data = new Float64Array(parts.flatMap((part) => [...part.data]));
  return { kind: "array", shape: [items.length, ...inner], data };
}

function isDictionary(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return typeof value === "object" ? `an instance of ${value.constructor?.name ?? "a class"}` : `a ${typeof value}`;
}
