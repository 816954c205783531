import { tensorText } from "../console/tensor-text.ts";

/** What cannot be copied. */
const refuse = (what: string): never => {
  const error = new Error(`structuredClone cannot copy ${what}`);
  Object.defineProperty(error, "name", { value: "DataCloneError", configurable: true, writable: true });
  throw error;
};

/**
 * `structuredClone`: a deep copy of plain data, with circles; instances of classes become plain objects.
 * @throws {Error} named DataCloneError for functions, symbols, promises and tensors.
 */
export function structuredClone(value: unknown, options?: { readonly transfer?: readonly unknown[] }): unknown {
  if ((options?.transfer?.length ?? 0) > 0) refuse("by transfer here: leave the option out");
  return copy(value, new Map());
}

function copy(value: unknown, made: Map<object, object>): unknown {
  if (typeof value === "symbol") return refuse("a symbol");
  if (typeof value === "function") return refuse(`a function: ${value.name || "an anonymous one"}`);
  if (typeof value !== "object" || value === null) return value;
  const known = made.get(value);
  return known ?? copyObject(value, made);
}

function copyObject(value: object, made: Map<object, object>): object {
  if (tensorText(value) !== undefined) return refuse("a tensor: use tensor.clone()");
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) {
    return refuse(`a ${value.constructor.name}`);
  }
  const built = copyBuiltIn(value, made);
  if (built !== undefined) return built;
  const result: Record<string, unknown> | unknown[] = Array.isArray(value) ? new Array(value.length) : {};
  made.set(value, result);
  for (const key of Object.keys(value)) put(result, key, copy((value as Record<string, unknown>)[key], made));
  return result;
}

/** Defined: a key `__proto__` is a key like any other. */
function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function copyBuiltIn(value: object, made: Map<object, object>): object | undefined {
  const keep = <T extends object>(result: T): T => {
    made.set(value, result);
    return result;
  };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) return keep(copyView(value, made));
  if (value instanceof Error) return keep(copyError(value, made));
  if (value instanceof Boolean || value instanceof Number || value instanceof String || value instanceof BigInt) {
    return keep(Object(value.valueOf()));
  }
  if (value instanceof Map) {
    const result = keep(new Map());
    for (const [key, item] of [...value]) result.set(copy(key, made), copy(item, made));
    return result;
  }
  if (!(value instanceof Set)) return undefined;
  const result = keep(new Set());
  for (const item of [...value]) result.add(copy(item, made));
  return result;
}

type AnyView = new (buffer: ArrayBufferLike, offset: number, length: number) => ArrayBufferView;

function copyView(view: ArrayBufferView, made: Map<object, object>): ArrayBufferView {
  const buffer = copy(view.buffer, made) as ArrayBuffer;
  const length = view instanceof DataView ? view.byteLength : (view as Uint8Array).length;
  return new (view.constructor as AnyView)(buffer, view.byteOffset, length);
}

const errors: readonly ErrorConstructor[] = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

function copyError(error: Error, made: Map<object, object>): Error {
  const Kind = errors.find((one) => one.name === error.name) ?? Error;
  const result = new Kind(error.message, Object.hasOwn(error, "cause") ? { cause: copy(error.cause, made) } : {});
  Object.defineProperty(result, "stack", { value: String(error.stack), writable: true, configurable: true });
  return result;
}
