import type { TensorValue, Value } from "./value.ts";

/**
 * The tensor under a key of a record.
 * @returns Undefined where the value is no record, has no such key, or holds something else there.
 */
export function tensorAt(value: Value | undefined, key: string): TensorValue | undefined {
  if (value?.kind !== "record") return undefined;
  const found = value.entries.find(([name]) => name === key)?.[1];
  return found?.kind === "tensor" ? found : undefined;
}
