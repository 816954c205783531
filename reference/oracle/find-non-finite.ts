import type { Value } from "../../assignments/values/value.ts";

/**
 * Looks for NaN and infinities in a value.
 * @param path Where the value stands: `"result"`.
 * @returns Path of the first one, `"result.v.dW1[3]"` with the index in row-major order; undefined where there is none.
 */
export function findNonFinite(value: Value, path: string): string | undefined {
  switch (value.kind) {
    case "undefined":
    case "boolean":
    case "string":
    case "rng":
    case "optimizer":
      return undefined;
    case "number":
      return Number.isFinite(value.value) ? undefined : path;
    case "tensor":
    case "array": {
      const index = value.data.findIndex((element) => !Number.isFinite(element));
      return index < 0 ? undefined : `${path}[${index}]`;
    }
    case "list":
      return first(value.items.map((item, i) => [`${path}[${i}]`, item]));
    case "record":
      return first(value.entries.map(([key, item]) => [`${path}.${key}`, item]));
    default:
      return value satisfies never;
  }
}

function first(children: readonly (readonly [path: string, value: Value])[]): string | undefined {
  for (const [path, value] of children) {
    const found = findNonFinite(value, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
